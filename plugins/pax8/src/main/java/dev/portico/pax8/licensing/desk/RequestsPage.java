package dev.portico.pax8.licensing.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.portico.api.host.Companies;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.productrequests.ProductRequestScreens;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import java.time.Duration;
import java.util.Optional;

/** One visit to the requests: changes of seats, and products asked for. */
final class RequestsPage {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final String PRODUCTS = "products";

    private final Desk desk;
    private final ProductRequests products;
    private final ScreenContext context;
    private final Tab seats = new Tab();
    private final Tab wishes = new Tab();
    private final Tabs tabs = new Tabs(seats, wishes);
    private final Div content = new Div();
    private final SeatRequestList seatList;
    private final ProductRequestScreens.Shown wishList;

    RequestsPage(
            Desk desk,
            Companies companies,
            ProductRequests products,
            ProductRequestScreens productScreens,
            ScreenContext context) {
        this.desk = desk;
        this.products = products;
        this.context = context;
        seatList = new SeatRequestList(desk, companies, context, this::count);
        wishList = productScreens.list(content, context, this::count);
        tabs.getElement().setAttribute("aria-label", desk.text("desk.title"));
        if (context.parameter("tab").filter(PRODUCTS::equals).isPresent()) {
            tabs.setSelectedTab(wishes);
        }
        tabs.addSelectedChangeListener(change -> {
            context.rememberParameter(
                    "tab", tabs.getSelectedTab() == wishes ? Optional.of(PRODUCTS) : Optional.empty());
            showSelected();
        });
        content.add(tabs, seatList.content(), wishList.content());
        content.addClassName("portico-list");
        showSelected();
        count();
        context.every(LOOK_AGAIN, this::lookAgain);
    }

    Component content() {
        return content;
    }

    private void showSelected() {
        boolean products = tabs.getSelectedTab() == wishes;
        seatList.content().setVisible(!products);
        wishList.content().setVisible(products);
    }

    private void lookAgain() {
        seatList.lookAgain();
        wishList.lookAgain().run();
        count();
    }

    private void count() {
        long waiting = desk.queries().waiting();
        seats.setLabel(desk.text("desk.tab.seats", waiting));
        wishes.setLabel(desk.text("desk.tab.products", products.waiting()));
        context.subtitle(desk.text(desk.decides() ? "desk.subtitle" : "desk.subtitle.reader", waiting));
    }
}
