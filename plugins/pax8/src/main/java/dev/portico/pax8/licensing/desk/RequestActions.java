package dev.portico.pax8.licensing.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.requests.RequestResult;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.Pieces;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be done with a request where it stands now, and what became of the last attempt. */
final class RequestActions {

    private static final int LONGEST_NOTE = 1000;

    private final Desk desk;
    private final ScreenContext context;
    private final HasComponents place;
    private final Consumer<SeatRequest> changed;
    private final TextArea note = new TextArea();
    private final Div told = new Div();
    private final Button approve;
    private final Button reject;
    private final Button schedule;
    private final Button retry;
    private final Button cancel;
    private final Div content = new Div();
    private @Nullable SeatRequest request;

    RequestActions(Desk desk, ScreenContext context, HasComponents place, Consumer<SeatRequest> changed) {
        this.desk = desk;
        this.context = context;
        this.place = place;
        this.changed = changed;
        note.setLabel(desk.text("desk.note"));
        note.setMaxLength(LONGEST_NOTE);
        note.setMinRows(2);
        approve = button(now -> attempt(
                "desk.done.approved", () -> desk.requests().approve(now.id(), now.version(), note.getValue())));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        reject = button(now -> attempt(
                "desk.done.rejected", () -> desk.requests().reject(now.id(), now.version(), note.getValue())));
        reject.setText(desk.text("desk.reject"));
        reject.addThemeVariants(ButtonVariant.ERROR);
        schedule = button(this::schedule);
        retry = button(now -> attempt("desk.done.retried", () -> desk.requests().retry(now.id(), now.version())));
        retry.setText(desk.text("desk.retry"));
        cancel = button(this::cancel);
        cancel.setText(desk.text("desk.cancel"));
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        content.add(told, note, Pieces.row("portico-buttons", approve, schedule, reject, retry, cancel));
        content.addClassName("portico-form");
    }

    Component content() {
        return content;
    }

    /** Whether leaving would lose words. */
    boolean isTyped() {
        return note.isVisible() && !note.getValue().isBlank();
    }

    void show(SeatRequest now) {
        request = now;
        boolean decides = desk.decides();
        RequestState state = now.state();
        approve.setVisible(decides && can(Step.APPROVE));
        approve.setText(
                state == RequestState.SCHEDULED
                        ? desk.text("desk.approve.now")
                        : now.scheduledFor()
                                .map(day -> desk.text("desk.approve.for", desk.words().day(day)))
                                .orElseGet(() -> desk.text("desk.approve")));
        reject.setVisible(decides && can(Step.REJECT));
        schedule.setVisible(decides && can(Step.SCHEDULE));
        schedule.setText(desk.text(state == RequestState.SCHEDULED ? "desk.schedule.move" : "desk.schedule"));
        retry.setVisible(decides && can(Step.RETRY));
        cancel.setVisible(decides && can(Step.CANCEL));
        note.setVisible(approve.isVisible() || reject.isVisible());
    }

    private boolean can(Step step) {
        return request != null && request.state().after(step).isPresent();
    }

    private Button button(Consumer<SeatRequest> act) {
        Button button = new Button();
        // why: the browser itself blocks the second click of a double click
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                if (request != null) {
                    act.accept(request);
                }
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    private void schedule(SeatRequest now) {
        desk.schedule().open(
                now,
                place,
                day -> desk.requests().schedule(now.id(), now.version(), day),
                result -> tell(result, "desk.done.scheduled"));
    }

    private void cancel(SeatRequest now) {
        context.confirm(
                desk.text("desk.cancel.title"),
                desk.text("desk.named", Long.toString(now.number()), now.productName(), now.companyName()),
                desk.text("desk.cancel"),
                () -> attempt("desk.done.cancelled", () -> desk.requests().cancel(now.id(), now.version())));
    }

    private void attempt(String done, Supplier<RequestResult> work) {
        tell(work.get(), done);
    }

    private void tell(RequestResult result, String done) {
        told.removeAll();
        switch (result) {
            case RequestResult.Done(SeatRequest now) -> {
                note.clear();
                context.notify(desk.text(done, Long.toString(now.number())));
                changed.accept(now);
            }
            case RequestResult.Refused(String reason) -> told.add(Pieces.problem(reason));
            case RequestResult.Overtaken(SeatRequest now, String reason) -> {
                told.add(Pieces.problem(reason));
                changed.accept(now);
            }
            case RequestResult.Rebased(SeatRequest now, String reason) -> {
                told.add(Pieces.warning(reason));
                changed.accept(now);
            }
        }
    }
}
