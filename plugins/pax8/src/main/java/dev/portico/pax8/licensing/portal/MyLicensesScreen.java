package dev.portico.pax8.licensing.portal;

import com.vaadin.flow.component.Component;
import dev.portico.api.screen.PluginScreen;
import dev.portico.api.screen.ScreenContext;

/** My licenses: what the company has, and where more or less of it is asked for. */
public class MyLicensesScreen implements PluginScreen {

    private final Mine mine;

    MyLicensesScreen(Mine mine) {
        this.mine = mine;
    }

    @Override
    public Component open(ScreenContext context) {
        mine.licenses().company();
        return new MyLicensesPage(mine, context).content();
    }
}
