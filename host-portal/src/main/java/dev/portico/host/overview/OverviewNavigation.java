package dev.portico.host.overview;

import dev.portico.api.screen.Audience;
import dev.portico.host.security.Access;
import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.texts.Texts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the start page into the drawer; a client user is led on from it. */
@Component
class OverviewNavigation {

    OverviewNavigation(NavigationRegistry registry) {
        Texts texts = Texts.of("shell");
        registry.register(new NavigationItem(
                () -> "",
                () -> texts.text("overview"),
                "",
                "dashboard",
                -100,
                new Access("", Audience.STAFF),
                Optional.empty()));
    }
}
