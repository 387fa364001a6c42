package dev.portico.pax8.licensing.selfservice;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.look.Pieces;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes what one subscription sets for itself. Every part says what it would inherit. */
final class RuleDialog {

    private final Messages messages;
    private final RuleRow row;
    private final LicensingRules inherited;
    private final SubscriptionRules subscriptions;
    private final Consumer<String> saved;
    private final Dialog dialog = new Dialog();
    private final Select<Allow> allowed = new Select<>();
    private final Checkbox approval = new Checkbox();
    private final IntegerField min = new IntegerField();
    private final Select<Max> maxKind = new Select<>();
    private final IntegerField max = new IntegerField();
    private final Div notes = new Div();
    private SubscriptionRule seen;

    /**
     * Makes the dialog.
     *
     * @param row with what the subscription sets now
     * @param saved is told what was done, as a translated sentence
     */
    RuleDialog(
            Messages messages,
            RuleRow row,
            LicensingRules inherited,
            SubscriptionRules subscriptions,
            Consumer<String> saved) {
        this.messages = messages;
        this.row = row;
        this.inherited = inherited;
        this.subscriptions = subscriptions;
        this.saved = saved;
        seen = row.rule();
        dialog.setHeaderTitle(row.product());
        Div form = new Div(
                Pieces.muted(messages.text("selfservice.now", row.company(), row.seats())),
                allowed, approval, min, maxKind, max, notes);
        form.addClassName("portico-form");
        dialog.add(form);
        configureFields();
        show(seen);
        configureFooter();
    }

    void open() {
        dialog.open();
    }

    private void configureFields() {
        allowed.setLabel(messages.text("selfservice.allow"));
        allowed.setHelperText(messages.text("selfservice.allow.hint"));
        allowed.setItems(Allow.values());
        allowed.setItemLabelGenerator(choice -> choice == Allow.INHERIT
                ? messages.text(
                        "selfservice.inherit", messages.text(inherited.selfServiceAllowed() ? "settings.yes" : "settings.no"))
                : messages.text(choice == Allow.YES ? "settings.yes" : "settings.no"));
        approval.setLabel(messages.text("selfservice.ask"));
        approval.setHelperText(messages.text("selfservice.ask.hint"));
        seats(min, "selfservice.min");
        min.setHelperText(messages.text("selfservice.min.hint", inherited.minSeats()));
        maxKind.setLabel(messages.text("selfservice.max"));
        maxKind.setItems(Max.values());
        maxKind.setItemLabelGenerator(this::label);
        maxKind.setHelperText(messages.text("selfservice.max.hint"));
        seats(max, "selfservice.max.own");
        maxKind.addValueChangeListener(change -> {
            max.setVisible(change.getValue() == Max.OWN);
            check();
        });
        min.addValueChangeListener(change -> check());
        max.addValueChangeListener(change -> check());
    }

    private void seats(IntegerField field, String key) {
        field.setLabel(messages.text(key));
        field.setMin(1);
        field.setStepButtonsVisible(true);
        field.setClearButtonVisible(true);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setMinErrorMessage(messages.text("selfservice.refused.least"))
                .setBadInputErrorMessage(messages.text("selfservice.refused.least")));
    }

    private String label(Max choice) {
        String key = "selfservice.max." + choice.name().toLowerCase(Locale.ROOT);
        return choice == Max.INHERIT
                ? messages.text(
                        "selfservice.inherit",
                        inherited.maxSeats().map(String::valueOf).orElseGet(() -> messages.text("settings.no-limit")))
                : messages.text(key);
    }

    private void configureFooter() {
        Button reset = new Button(messages.text("selfservice.reset"), click -> show(SubscriptionRule.INHERITED));
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        Button save = new Button(messages.text("selfservice.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter()
                .add(reset, new Button(messages.text("settings.cancel"), click -> dialog.close()), save);
    }

    private void show(SubscriptionRule rule) {
        allowed.setValue(rule.allowed().map(yes -> yes ? Allow.YES : Allow.NO).orElse(Allow.INHERIT));
        approval.setValue(rule.approvalNeeded());
        min.setValue(rule.minSeats().map(Math::toIntExact).orElse(null));
        maxKind.setValue(!rule.ownMax() ? Max.INHERIT : rule.maxSeats().isPresent() ? Max.OWN : Max.NONE);
        max.setValue(rule.maxSeats().map(Math::toIntExact).orElse(null));
        max.setVisible(maxKind.getValue() == Max.OWN);
        check();
    }

    private SubscriptionRule edited() {
        boolean ownMax = maxKind.getValue() != Max.INHERIT;
        return new SubscriptionRule(
                switch (allowed.getValue()) {
                    case INHERIT -> Optional.empty();
                    case YES -> Optional.of(true);
                    case NO -> Optional.of(false);
                },
                approval.getValue(),
                min.getOptionalValue().map(Integer::longValue),
                ownMax,
                maxKind.getValue() == Max.OWN ? max.getOptionalValue().map(Integer::longValue) : Optional.empty());
    }

    /** Says at once what would be refused, and what would be accepted but leaves nothing to ask for. */
    private void check() {
        notes.removeAll();
        SubscriptionRule edited = edited();
        boolean ownLimits = edited.minSeats().isPresent() && edited.maxSeats().isPresent();
        if (RuleWords.contradictory(edited, inherited)) {
            notes.add(ownLimits
                    ? Pieces.problem(messages.text(
                            "settings.refused.max", edited.minSeats().get(), edited.maxSeats().get()))
                    : Pieces.warning(messages.text(
                            "selfservice.contradictory.text",
                            edited.limits(inherited).min(),
                            edited.limits(inherited).max().orElseThrow())));
        }
    }

    private void save() {
        if (Arrays.asList(min, max).stream().anyMatch(field -> field.isVisible() && field.isInvalid())) {
            return;
        }
        if (maxKind.getValue() == Max.OWN && max.isEmpty()) {
            maxKind.setValue(Max.NONE); // why: an empty maximum is no limit
        }
        switch (subscriptions.save(row.id(), seen, edited())) {
            case RuleResult.Saved done -> {
                dialog.close();
                saved.accept(messages.text("selfservice.saved", row.product(), row.company()));
            }
            case RuleResult.Overtaken(SubscriptionRule theirs) -> {
                seen = theirs;
                check();
                notes.add(Pieces.problem(messages.text("selfservice.overtaken", new RuleWords(messages).own(theirs))));
            }
            case RuleResult.Refused(String reason) -> {
                notes.removeAll();
                notes.add(Pieces.problem(reason));
            }
        }
    }

    /** Whether clients may ask. */
    enum Allow {
        INHERIT,
        YES,
        NO
    }

    /** Where the highest number of seats comes from. */
    enum Max {
        INHERIT,
        OWN,
        NONE
    }
}
