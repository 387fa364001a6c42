package dev.portico.pax8.licensing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.sync.SyncSummary;

/** Says why there are no subscriptions to see, and what to do about it. */
final class Nothing {

    private final SyncSummary summary;
    private final Pax8Connection connection;
    private final CurrentUser user;
    private final Messages messages;
    private final ScreenContext context;

    Nothing(
            SyncSummary summary,
            Pax8Connection connection,
            CurrentUser user,
            Messages messages,
            ScreenContext context) {
        this.summary = summary;
        this.connection = connection;
        this.user = user;
        this.messages = messages;
        this.context = context;
    }

    Component becauseOfTheFilter(Runnable clear) {
        return state("no-match", new Button(messages.text("licensing.clear-filters"), click -> clear.run()));
    }

    Component becauseNothingIsThere() {
        if (!user.may("manage_licensing")) {
            return state("nothing-for-you");
        }
        if (connection.status() instanceof ConnectionStatus.NotConnected) {
            return state("no-connection", step("no-connection", "settings/integrations/pax8/setup/connect"));
        }
        return summary.figures().mappedCompanies() == 0
                ? state("no-mapping", step("no-mapping", "settings/integrations/pax8/setup/companies"))
                : state("not-synced", step("not-synced", "settings/integrations"));
    }

    private Component state(String reason, Button... steps) {
        return Pieces.emptyState(
                VaadinIcon.KEY,
                messages.text("licensing." + reason + ".title"),
                messages.text("licensing." + reason + ".text"),
                steps);
    }

    private Button step(String reason, String path) {
        Button step = new Button(messages.text("licensing." + reason + ".step"), click -> context.navigate(path));
        step.addThemeVariants(ButtonVariant.PRIMARY);
        return step;
    }
}
