package dev.portico.pax8.licensing.desk;

import com.vaadin.flow.component.Component;
import dev.portico.api.host.Companies;
import dev.portico.api.screen.PluginScreen;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.productrequests.ProductRequestScreens;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import dev.portico.pax8.licensing.settings.WritesStopped;

/** Licensing &gt; Requests. */
public class RequestsScreen implements PluginScreen {

    private final Desk desk;
    private final Companies companies;
    private final ProductRequests products;
    private final ProductRequestScreens productScreens;
    private final WritesStopped writesStopped;

    RequestsScreen(
            Desk desk,
            Companies companies,
            ProductRequests products,
            ProductRequestScreens productScreens,
            WritesStopped writesStopped) {
        this.desk = desk;
        this.companies = companies;
        this.products = products;
        this.productScreens = productScreens;
        this.writesStopped = writesStopped;
    }

    @Override
    public Component open(ScreenContext context) {
        desk.user().require("read_licensing");
        return writesStopped.above(new RequestsPage(desk, companies, products, productScreens, context).content());
    }
}
