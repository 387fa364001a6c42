package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.change.ChangeSeatsDialog.Subject;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.Preview;
import dev.portico.pax8.licensing.requests.RequestResult;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.licensing.requests.SubscriptionOutOfSight;
import dev.portico.pax8.licensing.rules.Rule;
import dev.portico.pax8.licensing.rules.Rule.Outcome;
import dev.portico.pax8.look.Pieces;
import java.time.Clock;
import java.util.function.Consumer;

/** One opening of the dialog. What was typed stays until a request was made or the user closes it. */
final class ChangeSeatsForm {

    private static final int LONGEST_NOTE = 1000;

    private final SeatRequests requests;
    private final ChangeWords words;
    private final Messages messages;
    private final Subject subject;
    private final ScreenContext context;
    private final Consumer<SeatRequest> made;
    private final Span now = new Span();
    private final IntegerField total = new IntegerField();
    private final Forecast forecast;
    private final WhenChoice when;
    private final TextArea note = new TextArea();
    private final Div problem = new Div();
    private final Button submit = new Button();
    private final Dialog dialog = new Dialog();
    private Preview preview;

    ChangeSeatsForm(
            SeatRequests requests,
            ChangeWords words,
            Messages messages,
            Clock clock,
            Subject subject,
            String title,
            ScreenContext context,
            Consumer<SeatRequest> made) {
        this.requests = requests;
        this.words = words;
        this.messages = messages;
        this.subject = subject;
        this.context = context;
        this.made = made;
        forecast = new Forecast(words, messages);
        when = new WhenChoice(messages, clock, this::nameTheButton);
        preview = requests.preview(subject.subscriptionId(), subject.seats());
        configureFields();
        configureDialog(title);
        total.setValue((int) Math.min(preview.current(), Integer.MAX_VALUE));
    }

    void openIn(HasComponents place) {
        place.add(dialog);
        dialog.open();
        total.focus();
    }

    private void configureFields() {
        total.setLabel(messages.text("change.total"));
        total.setStepButtonsVisible(true);
        total.setManualValidation(true);
        total.setMin(1);
        total.setRequiredIndicatorVisible(true);
        total.setValueChangeMode(ValueChangeMode.LAZY);
        Pieces.onEveryChange(total, this::predict);
        note.setLabel(messages.text("change.note"));
        note.setMaxLength(LONGEST_NOTE);
        note.setMinRows(2);
    }

    private void configureDialog(String title) {
        Div form = new Div(about(), now, total, forecast.content(), when.content(), note, problem);
        form.addClassName("portico-form");
        dialog.setHeaderTitle(title);
        dialog.setWidth("min(28rem, 100%)");
        dialog.setCloseOnOutsideClick(false);
        dialog.add(form);
        dialog.addClosedListener(closed -> dialog.getElement().removeFromParent());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        // why: the browser itself blocks the second click of a double click
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> {
            try {
                submit();
            } finally {
                submit.setEnabled(true);
            }
        });
        dialog.getFooter().add(new Button(messages.text("change.cancel"), click -> dialog.close()), submit);
    }

    private Div about() {
        return Pieces.twoLines(new Span(subject.product()), Pieces.muted(subject.company()));
    }

    private void showBase() {
        now.setText(messages.text("change.now", preview.current()));
        if (preview.decision().rule() == Rule.STAFF_DECIDES) {
            return;
        }
        long min = preview.limits().min();
        total.setHelperText(preview.limits()
                .max()
                .map(max -> messages.text("change.limits.between", min, max))
                .orElseGet(() -> messages.text("change.limits.from", min)));
        total.setMin((int) Math.min(min, Integer.MAX_VALUE));
        preview.limits().max().ifPresent(max -> total.setMax((int) Math.min(max, Integer.MAX_VALUE)));
    }

    /** Asks what would become of it, while it is typed. */
    private void predict() {
        total.setInvalid(false);
        if (total.getValue() == null) {
            forecast.clear();
            if (Pieces.isUnreadable(total)) {
                refuse(messages.text("change.total.missing"));
            }
            nameTheButton();
            return;
        }
        long wanted = total.getValue();
        try {
            preview = requests.preview(subject.subscriptionId(), wanted);
        } catch (SubscriptionOutOfSight gone) {
            forecast.clear();
            refuse(gone.getMessage());
            return;
        }
        showBase();
        forecast.show(preview, wanted);
        when.suggest(preview.possibility());
        if (preview.decision().outcome() == Outcome.REFUSED && preview.decision().rule() != Rule.NO_CHANGE) {
            refuse(preview.reason());
        }
        nameTheButton();
    }

    private void nameTheButton() {
        boolean known = total.getValue() != null;
        boolean applies = known && preview.decision().outcome() == Outcome.APPLIED;
        submit.setText(
                when.isLater() && applies
                        ? messages.text("change.submit.schedule")
                        : applies
                                ? messages.text("change.submit.apply", total.getValue())
                                : messages.text("change.submit.ask"));
    }

    private void submit() {
        problem.removeAll();
        if (total.getValue() == null) {
            refuse(messages.text("change.total.missing"));
            total.focus();
            return;
        }
        if (preview.decision().outcome() == Outcome.REFUSED) {
            refuse(preview.reason());
            total.focus();
            return;
        }
        if (!when.check()) {
            return;
        }
        // why: the seats that the user has seen, so that other ones by now are told and not asked on unseen
        show(requests.ask(new Ask(
                subject.subscriptionId(),
                preview.current(),
                total.getValue(),
                note.getValue().strip(),
                when.moment())));
    }

    private void show(RequestResult result) {
        switch (result) {
            case RequestResult.Done(SeatRequest request) -> {
                dialog.close();
                context.notify(words.done(request));
                made.accept(request);
            }
            case RequestResult.Refused(String reason) -> tryAgain(reason);
            case RequestResult.Overtaken(SeatRequest request, String reason) -> tryAgain(reason);
            case RequestResult.Rebased(SeatRequest request, String reason) -> tryAgain(reason);
        }
    }

    /** Says why not and shows what holds now; what was typed stays. */
    private void tryAgain(String reason) {
        predict();
        problem.add(Pieces.problem(reason));
        total.focus();
    }

    private void refuse(String reason) {
        total.setErrorMessage(reason);
        total.setInvalid(true);
    }
}
