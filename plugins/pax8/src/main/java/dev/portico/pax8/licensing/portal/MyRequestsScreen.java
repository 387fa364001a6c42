package dev.portico.pax8.licensing.portal;

import com.vaadin.flow.component.Component;
import dev.portico.api.screen.PluginScreen;
import dev.portico.api.screen.ScreenContext;

/** Requests of the own company: changes of seats, and products asked for. */
public class MyRequestsScreen implements PluginScreen {

    private final Mine mine;

    MyRequestsScreen(Mine mine) {
        this.mine = mine;
    }

    @Override
    public Component open(ScreenContext context) {
        mine.licenses().company();
        return new MyRequestsPage(mine, context).content();
    }
}
