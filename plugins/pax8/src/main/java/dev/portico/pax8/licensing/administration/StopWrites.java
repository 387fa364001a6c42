package dev.portico.pax8.licensing.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import dev.portico.pax8.licensing.settings.SettingsService;
import dev.portico.pax8.look.Pieces;
import java.util.function.Consumer;

/** Stops all writes to Pax8 at once, and allows them again; not part of what Save saves. */
final class StopWrites {

    private final SettingsService settings;
    private final Messages messages;
    private final ScreenContext context;
    private final Consumer<LicensingSettings> changed;
    private final Button button = new Button();
    private final Div content;
    private boolean stopped;

    StopWrites(
            SettingsService settings, Messages messages, ScreenContext context, Consumer<LicensingSettings> changed) {
        this.settings = settings;
        this.messages = messages;
        this.context = context;
        this.changed = changed;
        button.addThemeVariants(ButtonVariant.ERROR);
        button.addClickListener(click -> pressed());
        content = new Div(
                new H2(messages.text("settings.writes.title")),
                Pieces.muted(messages.text("settings.writes.hint")),
                button);
        content.addClassNames("portico-panel", "portico-setting");
    }

    Component content() {
        return content;
    }

    void show(LicensingSettings now) {
        stopped = now.writesStopped();
        button.setText(messages.text(stopped ? "settings.writes.allow" : "settings.writes.stop"));
    }

    private void pressed() {
        String act = messages.text(stopped ? "settings.writes.allow" : "settings.writes.stop");
        boolean wanted = !stopped;
        context.confirm(
                act,
                messages.text(stopped ? "settings.writes.allow.text" : "settings.writes.stop.text"),
                act,
                () -> changed.accept(settings.stopWrites(wanted)));
    }
}
