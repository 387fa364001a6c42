package dev.portico.pax8.licensing.detail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import dev.portico.api.screen.ScreenContext;
import java.util.Optional;
import java.util.UUID;

/** Makes the detail of a subscription, to be shown beside a list or alone. One bean for all users. */
public final class DetailScreens {

    private final DetailParts parts;

    DetailScreens(DetailParts parts) {
        this.parts = parts;
    }

    /**
     * Shows a subscription; empty if there is none the user may see.
     *
     * @param place the content of the page, so that dialogs go with it
     * @param changed called after the user has asked for a change
     * @param close called when the user wants no detail any more
     */
    public Optional<Shown> show(
            UUID id, HasComponents place, ScreenContext context, Runnable changed, Runnable close) {
        return parts.details().find(id).map(found -> {
            DetailPanel panel = new DetailPanel(parts, found, place, context, changed, close);
            return new Shown(panel.content(), panel::lookAgain, panel::focus);
        });
    }

    /**
     * What is shown.
     *
     * @param lookAgain shows what has changed meanwhile
     * @param focus takes the keyboard to it
     */
    public record Shown(Component content, Runnable lookAgain, Runnable focus) {}
}
