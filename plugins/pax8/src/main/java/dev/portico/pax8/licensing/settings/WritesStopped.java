package dev.portico.pax8.licensing.settings;

import com.vaadin.flow.component.Component;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.look.Pieces;
import java.util.Optional;

/** The warning that nothing is written to Pax8, for the screens of those who can change it. */
public final class WritesStopped {

    private final SettingsStore store;
    private final CurrentUser user;
    private final Messages messages;

    WritesStopped(SettingsStore store, CurrentUser user, Messages messages) {
        this.store = store;
        this.user = user;
        this.messages = messages;
    }

    /** The warning as a sentence, if writes are stopped. */
    public Optional<String> text() {
        return store.now().writesStopped() ? Optional.of(messages.text("settings.writes.stopped")) : Optional.empty();
    }

    /** The warning as a line for the top of a screen, if writes are stopped and the user may manage licensing. */
    public Optional<Component> line() {
        return user.may("manage_licensing") ? text().<Component>map(Pieces::warning) : Optional.empty();
    }

    /** A screen's content with the line above it, if there is one to show. */
    public Component above(Component content) {
        return line().<Component>map(line -> Pieces.row("portico-list", line, content)).orElse(content);
    }
}
