package dev.portico.pax8.licensing.productrequests;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.look.Facts;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.RelativeTimes;

/** The dialog in which staff answers a wish: Done, or Decline, with words for the client. */
final class AnswerDialog {

    private final ProductRequests requests;
    private final Messages messages;
    private final ProductRequest request;
    private final ScreenContext context;
    private final Runnable changed;
    private final TextArea words = new TextArea();
    private final Div problem = new Div();
    private final Dialog dialog = new Dialog();

    AnswerDialog(
            ProductRequests requests,
            Messages messages,
            RelativeTimes times,
            ProductRequest request,
            ScreenContext context,
            Runnable changed) {
        this.requests = requests;
        this.messages = messages;
        this.request = request;
        this.context = context;
        this.changed = changed;
        words.setLabel(messages.text("wish.answer.words"));
        words.setMaxLength(ProductRequests.LONGEST_TEXT);
        words.setMinRows(2);
        Div form = new Div(
                new Facts()
                        .add(messages.text("wish.product"), request.productName())
                        .add(messages.text("wish.vendor"), request.vendorName())
                        .add(messages.text("wish.company"), request.companyName())
                        .add(messages.text("wish.seats"), Long.toString(request.seats()))
                        .add(messages.text("wish.requester"), request.requestedBy())
                        .add(messages.text("wish.asked"), times.exact(request.createdAt()))
                        .add(messages.text("wish.why"), request.note())
                        .content(),
                words,
                problem);
        form.addClassName("portico-form");
        dialog.setHeaderTitle(messages.text("wish.answer.title", Long.toString(request.number())));
        dialog.setWidth("min(30rem, 100%)");
        dialog.setCloseOnOutsideClick(false);
        dialog.add(form);
        dialog.addClosedListener(closed -> dialog.getElement().removeFromParent());
        Button done = new Button(messages.text("wish.answer.done"), click -> answer(true));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(
                new Button(messages.text("wish.close"), click -> dialog.close()),
                new Button(messages.text("wish.answer.decline"), click -> answer(false)),
                done);
    }

    void openIn(HasComponents place) {
        place.add(dialog);
        dialog.open();
        words.focus();
    }

    private void answer(boolean done) {
        problem.removeAll();
        if (!done && words.getValue().isBlank()) {
            words.setErrorMessage(messages.text("wish.answer.words-missing"));
            words.setInvalid(true);
            words.focus();
            return;
        }
        switch (requests.answer(request.id(), request.version(), done, words.getValue())) {
            case ProductRequestResult.Done(ProductRequest answered) -> {
                dialog.close();
                context.notify(messages.text("wish.answered", answered.requestedBy()));
                changed.run();
            }
            case ProductRequestResult.Refused(String reason) -> problem.add(Pieces.problem(reason));
            case ProductRequestResult.Overtaken(ProductRequest now, String reason) -> {
                problem.add(Pieces.problem(reason));
                changed.run();
            }
        }
    }
}
