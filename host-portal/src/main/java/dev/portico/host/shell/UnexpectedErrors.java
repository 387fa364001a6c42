package dev.portico.host.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.portico.api.host.PermissionDenied;
import dev.portico.host.texts.Texts;

/** Tells the user that an action failed, with an id that leads to the log. */
class UnexpectedErrors implements ErrorHandler {

    private static final Texts TEXTS = Texts.of("shell");

    @Override
    public void error(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        String text = failure instanceof PermissionDenied
                ? TEXTS.text("no-access.text")
                : TEXTS.text("failed", SupportId.log("An action on a screen", failure));
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notices.problem(text));
        }
    }
}
