package dev.portico.pax8.licensing.administration;

import com.vaadin.flow.component.Component;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.screen.PluginScreen;
import dev.portico.api.screen.ScreenContext;

/** Settings &gt; Licensing. */
public class SettingsScreen implements PluginScreen {

    private final Services services;
    private final CurrentUser user;

    SettingsScreen(Services services, CurrentUser user) {
        this.services = services;
        this.user = user;
    }

    @Override
    public Component open(ScreenContext context) {
        user.require("manage_licensing");
        return new SettingsPage(services, context).content();
    }
}
