package dev.portico.host.plugins.admin;

import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.texts.Texts;
import org.springframework.stereotype.Component;

/** Puts the plugins into the drawer. */
@Component
class PluginsNavigation {

    PluginsNavigation(NavigationRegistry registry) {
        Texts texts = Texts.of("plugins");
        registry.register(new NavigationItem(
                () -> texts.text("settings"),
                () -> texts.text("title"),
                "settings/plugins",
                "cog",
                1010,
                PluginAdministration.PERMISSION));
    }
}
