package dev.portico.pax8.licensing.trial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.Decision;
import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.licensing.selfservice.RuleRow;
import dev.portico.pax8.licensing.words.Reasons;
import dev.portico.pax8.look.Pieces;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says what would become of a request under settings that are not saved yet. */
public final class TryIt {

    private final Trials trials;
    private final Reasons reasons;
    private final Messages messages;
    private final Supplier<LicensingRules> rules;
    private final ComboBox<RuleRow> subscription = new ComboBox<>();
    private final ComboBox<String> vendor = new ComboBox<>();
    private final IntegerField current = new IntegerField();
    private final IntegerField wanted = new IntegerField();
    private final Paragraph answer = new Paragraph();
    private final Div content;

    /**
     * Makes the panel.
     *
     * @param vendors that can be chosen for a request without a subscription
     * @param rules as they are edited at the moment
     */
    public TryIt(
            Trials trials, Reasons reasons, Messages messages, List<String> vendors, Supplier<LicensingRules> rules) {
        this.trials = trials;
        this.reasons = reasons;
        this.messages = messages;
        this.rules = rules;
        configureSubscription();
        vendor.setLabel(messages.text("trial.vendor"));
        vendor.setItems(vendors);
        vendor.setClearButtonVisible(true);
        configure(current, "trial.current", 10);
        configure(wanted, "trial.wanted", 15);
        current.setMin(0);
        subscription.addValueChangeListener(change -> subscriptionChosen());
        vendor.addValueChangeListener(change -> refresh());
        answer.getElement().setAttribute("role", "status");
        content = new Div(
                new H2(messages.text("trial.title")),
                Pieces.muted(messages.text("trial.text")),
                Pieces.row("portico-buttons", subscription, vendor, current, wanted),
                answer);
        content.addClassNames("portico-panel", "portico-setting");
        refresh();
    }

    /** What it looks like. */
    public Component content() {
        return content;
    }

    /** Decides again, such as after the settings were edited. */
    public void refresh() {
        if (current.isInvalid() || current.isEmpty() || wanted.isInvalid() || wanted.isEmpty()) {
            answer.setText(messages.text("trial.incomplete"));
            return;
        }
        answer.setText(subscription.getOptionalValue().map(this::ofSubscription).orElseGet(this::ofNumbers));
    }

    private void configureSubscription() {
        subscription.setLabel(messages.text("trial.subscription"));
        subscription.setPlaceholder(messages.text("trial.subscription.none"));
        subscription.setClearButtonVisible(true);
        subscription.setItemLabelGenerator(row -> messages.text("trial.subscription.of", row.product(), row.company()));
        subscription.setItems((Query<RuleRow, String> query) -> trials
                .subscriptions(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                .stream());
        subscription.setWidth("22rem");
    }

    private void configure(IntegerField seats, String key, int value) {
        seats.setLabel(messages.text(key));
        seats.setStepButtonsVisible(true);
        seats.setValueChangeMode(ValueChangeMode.LAZY);
        seats.setValue(value);
        seats.addValueChangeListener(change -> refresh());
    }

    /** Its seats and vendor are known and cannot be made up. */
    private void subscriptionChosen() {
        Optional<RuleRow> chosen = subscription.getOptionalValue();
        current.setReadOnly(chosen.isPresent());
        vendor.setVisible(chosen.isEmpty());
        chosen.ifPresent(row -> current.setValue((int) Math.min(Integer.MAX_VALUE, row.seats())));
        refresh();
    }

    private String ofSubscription(RuleRow row) {
        Decision decision = trials.decide(row, wanted.getValue(), rules.get());
        return messages.text(
                "trial.answer", row.company(), row.seats(), wanted.getValue(), row.product(), reasons.text(decision));
    }

    private String ofNumbers() {
        DecisionCase made = new DecisionCase(
                current.getValue(),
                wanted.getValue(),
                vendor.getOptionalValue().orElse(""),
                SubscriptionRule.INHERITED,
                false);
        return messages.text(
                "trial.answer.numbers",
                current.getValue(),
                wanted.getValue(),
                reasons.text(Decision.of(made, rules.get())));
    }
}
