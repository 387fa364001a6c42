package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.Brings;

/** The tile with a plugin's initials; its name stands beside it, so readers skip it. */
final class LogoTile {

    private LogoTile() {}

    static Span of(Brings brings) {
        Span tile = new Span(brings.initials());
        tile.addClassName("logo-tile");
        tile.getElement().setAttribute("aria-hidden", "true");
        return tile;
    }
}
