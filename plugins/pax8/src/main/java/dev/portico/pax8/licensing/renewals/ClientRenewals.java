package dev.portico.pax8.licensing.renewals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.look.Pieces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The part of a client's page on which it says what becomes of subscriptions that renew soon; nothing if none do. */
public final class ClientRenewals {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final RenewalsOfClient renewals;
    private final RenewalWords words;

    ClientRenewals(RenewalsOfClient renewals, RenewalWords words) {
        this.renewals = renewals;
        this.words = words;
    }

    /** A new one for a visit; it follows by itself what is asked. */
    public Component content(ScreenContext context) {
        Div content = new Div();
        content.addClassName("portico-form");
        Visit visit = new Visit(content, context);
        visit.refresh();
        context.every(LOOK_AGAIN, visit::lookAgain);
        return content;
    }

    private final class Visit {

        private final Div content;
        private final ScreenContext context;
        private final List<ClientRenewal> shown = new ArrayList<>();

        Visit(Div content, ScreenContext context) {
            this.content = content;
            this.context = context;
        }

        void lookAgain() {
            // why: a field that is being filled in must not be redrawn
            if (!shown.equals(renewals.asked())) {
                refresh();
            }
        }

        void refresh() {
            shown.clear();
            shown.addAll(renewals.asked());
            content.removeAll();
            content.setVisible(!shown.isEmpty());
            if (!shown.isEmpty()) {
                content.add(new H2(words.text("renewal.mine")));
                shown.forEach(renewal -> content.add(panel(renewal)));
            }
        }

        private Component panel(ClientRenewal renewal) {
            Div panel = new Div(Pieces.twoLines(
                    new Span(renewal.happens()), Pieces.muted(words.text("renewal.mine.seats", renewal.seats()))));
            panel.addClassName("portico-panel");
            if (renewal.answer() == RenewalAnswer.ASKED) {
                panel.add(choices(renewal));
            } else {
                panel.add(said(panel, renewal));
            }
            return panel;
        }

        private Component said(Div panel, ClientRenewal renewal) {
            Div said = Pieces.row(
                    "portico-buttons",
                    Pieces.badge(words.answer(renewal.answer(), renewal.wantedSeats().orElse(0L))));
            if (renewals.mayAnswer()) {
                Button other = new Button(words.text("renewal.mine.change"));
                other.addThemeVariants(ButtonVariant.TERTIARY);
                other.setAriaLabel(words.text("renewal.mine.of", words.text("renewal.mine.change"), renewal.product()));
                other.addClickListener(click -> panel.replace(said, choices(renewal)));
                said.add(other);
            }
            return said;
        }

        private Component choices(ClientRenewal renewal) {
            if (!renewals.mayAnswer()) {
                return Pieces.muted(words.text("renewal.mine.not-you"));
            }
            Div choices = Pieces.row("portico-buttons");
            choices.add(
                    choice("renewal.mine.keep", renewal, () -> renewals.keep(renewal.subscriptionId(), renewal.day())),
                    choice("renewal.mine.cancel", renewal, () -> renewals.cancel(renewal.subscriptionId(), renewal.day())));
            if (renewal.seats() > 1) {
                IntegerField seats = new IntegerField();
                seats.setAriaLabel(words.text("renewal.mine.of", words.text("renewal.mine.total"), renewal.product()));
                seats.setPlaceholder(words.text("renewal.mine.total"));
                seats.setMin(1);
                seats.setMax((int) Math.min(renewal.seats() - 1, Integer.MAX_VALUE));
                seats.setStepButtonsVisible(true);
                seats.addThemeVariants(TextFieldVariant.SMALL);
                Button reduce = button("renewal.mine.reduce", renewal);
                reduce.addClickListener(click -> reduce(renewal, seats));
                choices.add(seats, reduce);
            }
            return choices;
        }

        private void reduce(ClientRenewal renewal, IntegerField seats) {
            Integer wanted = seats.getValue();
            if (wanted == null || wanted < 1 || wanted >= renewal.seats()) {
                seats.setErrorMessage(words.text("renewal.not-fewer", renewal.seats() - 1));
                seats.setInvalid(true);
                seats.focus();
                return;
            }
            tell(renewals.reduce(renewal.subscriptionId(), renewal.day(), wanted));
        }

        private Button choice(String verb, ClientRenewal renewal, Supplier<RenewalsOfClient.Result> act) {
            Button button = button(verb, renewal);
            button.setDisableOnClick(true);
            button.addClickListener(click -> tell(act.get()));
            return button;
        }

        private Button button(String verb, ClientRenewal renewal) {
            Button button = new Button(words.text(verb));
            button.setAriaLabel(words.text("renewal.mine.of", words.text(verb), renewal.product()));
            return button;
        }

        private void tell(RenewalsOfClient.Result result) {
            switch (result) {
                case RenewalsOfClient.Result.Saved(String text) ->
                    context.notify(words.text("renewal.mine.saved", text));
                case RenewalsOfClient.Result.Refused(String reason) -> context.notifyProblem(reason);
            }
            refresh();
        }
    }
}
