package dev.portico.pax8.licensing.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
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
        return Optional.of("manage_licensing").filter(user::may).flatMap(allowed -> text()).map(text -> {
            Paragraph line = new Paragraph(text);
            line.addClassName("portico-warning");
            line.getElement().setAttribute("role", "status");
            return line;
        });
    }
}
