package dev.portico.pax8.licensing.renewals;

import com.vaadin.flow.component.Component;
import dev.portico.api.screen.PluginScreen;
import dev.portico.api.screen.ScreenContext;

/** Licensing &gt; Renewals. */
public class RenewalsScreen implements PluginScreen {

    private final RenewalParts parts;

    RenewalsScreen(RenewalParts parts) {
        this.parts = parts;
    }

    @Override
    public Component open(ScreenContext context) {
        return new RenewalsPage(parts, context).content();
    }
}
