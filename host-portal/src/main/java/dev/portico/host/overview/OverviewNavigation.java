package dev.portico.host.overview;

import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.texts.Texts;
import org.springframework.stereotype.Component;

/** Puts the start page into the drawer. */
@Component
class OverviewNavigation {

    OverviewNavigation(NavigationRegistry registry) {
        Texts texts = Texts.of("shell");
        registry.register(
                new NavigationItem(() -> "", () -> texts.text("overview"), "", "dashboard", -100, ""));
    }
}
