package dev.portico.pax8.licensing.productrequests;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.catalog.ClientProduct;
import dev.portico.pax8.texts.RelativeTimes;

/** Makes what pages show of wishes for products. One bean serves all users. */
public final class ProductRequestScreens {

    private final ProductRequests requests;
    private final Messages messages;
    private final RelativeTimes times;

    ProductRequestScreens(ProductRequests requests, Messages messages, RelativeTimes times) {
        this.requests = requests;
        this.messages = messages;
        this.times = times;
    }

    /** The list of wishes: staff answers them, clients can take theirs back. */
    public Shown list(HasComponents place, ScreenContext context, Runnable changed) {
        ProductRequestList list = new ProductRequestList(requests, messages, times, place, context, changed);
        return new Shown(list.content(), list::lookAgain);
    }

    /** Asks a client how many seats of a product are wanted; asked is called once the wish was made. */
    public void ask(ClientProduct product, HasComponents place, ScreenContext context, Runnable asked) {
        new AskForProduct(requests, messages, product, context, asked).openIn(place);
    }

    /**
     * A part of a page.
     *
     * @param lookAgain to be called while the page is shown; shows what has changed
     */
    public record Shown(Component content, Runnable lookAgain) {}
}
