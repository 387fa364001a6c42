package dev.portico.pax8.licensing.productrequests;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.catalog.ClientProduct;
import dev.portico.pax8.look.Pieces;

/** The dialog in which a client asks for a product. What was typed stays until it was sent or the user closes it. */
final class AskForProduct {

    private final ProductRequests requests;
    private final Messages messages;
    private final ClientProduct product;
    private final ScreenContext context;
    private final Runnable asked;
    private final IntegerField seats = new IntegerField();
    private final TextArea note = new TextArea();
    private final Div problem = new Div();
    private final Button send = new Button();
    private final Dialog dialog = new Dialog();

    AskForProduct(
            ProductRequests requests, Messages messages, ClientProduct product, ScreenContext context, Runnable asked) {
        this.requests = requests;
        this.messages = messages;
        this.product = product;
        this.context = context;
        this.asked = asked;
        seats.setLabel(messages.text("wish.seats"));
        seats.setManualValidation(true);
        seats.setMin(1);
        seats.setValue(1);
        seats.setStepButtonsVisible(true);
        seats.setRequiredIndicatorVisible(true);
        seats.addValueChangeListener(change -> seats.setInvalid(false));
        note.setLabel(messages.text("wish.note"));
        note.setMaxLength(ProductRequests.LONGEST_TEXT);
        note.setMinRows(2);
        Div form = new Div(
                Pieces.twoLines(new Span(product.name()), Pieces.muted(product.vendor())), seats, note, problem);
        form.addClassName("portico-form");
        dialog.setHeaderTitle(messages.text("wish.ask"));
        dialog.setWidth("min(28rem, 100%)");
        dialog.setCloseOnOutsideClick(false);
        dialog.add(form);
        dialog.addClosedListener(closed -> dialog.getElement().removeFromParent());
        send.setText(messages.text("wish.send"));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                send();
            } finally {
                send.setEnabled(true);
            }
        });
        dialog.getFooter().add(new Button(messages.text("wish.close"), click -> dialog.close()), send);
    }

    void openIn(HasComponents place) {
        place.add(dialog);
        dialog.open();
        seats.focus();
    }

    private void send() {
        problem.removeAll();
        if (seats.getValue() == null || seats.getValue() < 1) {
            seats.setErrorMessage(messages.text("wish.refused.seats"));
            seats.setInvalid(true);
            seats.focus();
            return;
        }
        switch (requests.ask(product.id(), seats.getValue(), note.getValue())) {
            case ProductRequestResult.Done(ProductRequest request) -> {
                dialog.close();
                context.notify(messages.text("wish.sent", request.productName()));
                asked.run();
            }
            case ProductRequestResult.Refused(String reason) -> problem.add(Pieces.problem(reason));
            case ProductRequestResult.Overtaken(ProductRequest request, String reason) ->
                problem.add(Pieces.problem(reason));
        }
    }
}
