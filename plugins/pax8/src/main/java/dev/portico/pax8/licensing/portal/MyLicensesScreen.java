package dev.portico.pax8.licensing.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.portico.api.screen.PluginScreen;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.renewals.ClientRenewals;

/** My licenses: what the company has, and where more or less of it is asked for. */
public class MyLicensesScreen implements PluginScreen {

    private final Mine mine;
    private final ClientRenewals renewals;

    MyLicensesScreen(Mine mine, ClientRenewals renewals) {
        this.mine = mine;
        this.renewals = renewals;
    }

    @Override
    public Component open(ScreenContext context) {
        mine.licenses().company();
        Div page = new Div(renewals.content(context), new MyLicensesPage(mine, context).content());
        page.addClassName("portico-list");
        return page;
    }
}
