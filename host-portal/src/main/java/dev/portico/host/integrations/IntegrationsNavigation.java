package dev.portico.host.integrations;

import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.texts.Texts;
import org.springframework.stereotype.Component;

/** Puts the integrations into the drawer. */
@Component
class IntegrationsNavigation {

    IntegrationsNavigation(NavigationRegistry registry) {
        Texts texts = Texts.of("integrations");
        registry.register(new NavigationItem(
                () -> texts.text("settings"),
                () -> texts.text("title"),
                "settings/integrations",
                "cog",
                1000,
                IntegrationService.PERMISSION));
    }
}
