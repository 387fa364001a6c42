package dev.portico.pax8.licensing.portal;

import com.vaadin.flow.component.Component;
import dev.portico.api.screen.PluginScreen;
import dev.portico.api.screen.ScreenContext;

/** The catalog: what the MSP offers to its clients. */
public class MyCatalogScreen implements PluginScreen {

    private final Mine mine;

    MyCatalogScreen(Mine mine) {
        this.mine = mine;
    }

    @Override
    public Component open(ScreenContext context) {
        mine.licenses().company();
        return new MyCatalogPage(mine, context).content();
    }
}
