package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.requests.RequestResult;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.licensing.terms.Commitments;
import dev.portico.pax8.look.Pieces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens the dialog that chooses the day of a request, or another day; the commitment's end is suggested. */
public final class ScheduleDialog {

    private final Commitments commitments;
    private final ChangeWords words;
    private final Messages messages;
    private final Clock clock;

    ScheduleDialog(Commitments commitments, ChangeWords words, Messages messages, Clock clock) {
        this.commitments = commitments;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Opens it.
     *
     * @param place the content of the page, so that the dialog goes with it
     * @param schedule does it; a refusal is shown in the dialog, which stays open with what was chosen
     * @param done called with any other result, after the dialog was closed
     */
    public void open(
            SeatRequest request,
            HasComponents place,
            Function<Instant, RequestResult> schedule,
            Consumer<RequestResult> done) {
        SeatChange possibility =
                commitments.possibility(request.subscriptionId(), request.baseSeats(), request.wantedSeats());
        DayChoice day = new DayChoice(messages, clock);
        LocalDate first = day.limit(possibility);
        day.field().setValue(request.scheduledFor()
                .map(chosen -> LocalDate.ofInstant(chosen, clock.getZone()))
                .filter(chosen -> chosen.isAfter(first))
                .orElseGet(() -> suggested(request, first)));
        Div problem = new Div();
        Div form = new Div(new Paragraph(messages.text(
                "change.schedule.text", request.productName(), words.fromTo(request.baseSeats(), request.wantedSeats()))));
        words.possibility(possibility).map(Pieces::warning).ifPresent(form::add);
        form.add(day.field(), problem);
        form.addClassName("portico-form");
        Dialog dialog = new Dialog(form);
        dialog.setHeaderTitle(messages.text("change.schedule.title"));
        dialog.setWidth("min(26rem, 100%)");
        dialog.setCloseOnOutsideClick(false);
        dialog.addClosedListener(closed -> dialog.getElement().removeFromParent());
        Button save = new Button(messages.text("change.submit.schedule"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            save.setEnabled(true);
            if (!day.check()) {
                return;
            }
            RequestResult result = schedule.apply(day.moment());
            if (result instanceof RequestResult.Refused(String reason)) {
                problem.removeAll();
                problem.add(Pieces.problem(reason));
                return;
            }
            dialog.close();
            done.accept(result);
        });
        dialog.getFooter().add(new Button(messages.text("change.cancel"), click -> dialog.close()), save);
        place.add(dialog);
        dialog.open();
        day.field().focus();
    }

    private LocalDate suggested(SeatRequest request, LocalDate first) {
        return request.commitmentEnd()
                .map(end -> LocalDate.ofInstant(end, clock.getZone()))
                .filter(end -> end.isAfter(first))
                .orElse(first);
    }
}
