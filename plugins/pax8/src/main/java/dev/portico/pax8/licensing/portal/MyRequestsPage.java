package dev.portico.pax8.licensing.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.productrequests.ProductRequestScreens;
import java.time.Duration;
import java.util.Optional;

/** One visit to the requests of the own company. */
final class MyRequestsPage {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final String PRODUCTS = "products";

    private final Tab seats;
    private final Tab wishes;
    private final Tabs tabs;
    private final MySeatRequests seatList;
    private final ProductRequestScreens.Shown wishList;
    private final Div content = new Div();

    MyRequestsPage(Mine mine, ScreenContext context) {
        seats = new Tab(mine.text("my.requests.tab.seats"));
        wishes = new Tab(mine.text("my.requests.tab.products"));
        tabs = new Tabs(seats, wishes);
        seatList = new MySeatRequests(mine, context);
        wishList = mine.productScreens().list(content, context, () -> {});
        tabs.getElement().setAttribute("aria-label", mine.text("my.requests.title"));
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
        context.subtitle(mine.text("my.requests.subtitle"));
        showSelected();
        context.every(LOOK_AGAIN, () -> {
            seatList.lookAgain();
            wishList.lookAgain().run();
        });
    }

    Component content() {
        return content;
    }

    private void showSelected() {
        boolean products = tabs.getSelectedTab() == wishes;
        seatList.content().setVisible(!products);
        wishList.content().setVisible(products);
    }
}
