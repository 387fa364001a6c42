package dev.portico.pax8.wizard;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.WizardStep;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.texts.RelativeTimes;

/** Step 1: lets an administrator approve the connection at Pax8. */
public class ConnectStep implements WizardStep {

    private final Pax8Connection connection;
    private final ConnectionLine line;
    private final CurrentUser user;
    private final Messages messages;
    private final RelativeTimes times;

    ConnectStep(
            Pax8Connection connection,
            ConnectionLine line,
            CurrentUser user,
            Messages messages,
            RelativeTimes times) {
        this.connection = connection;
        this.line = line;
        this.user = user;
        this.messages = messages;
        this.times = times;
    }

    @Override
    public Page open(WizardContext context) {
        user.require("manage_licensing");
        return new ConnectPage(connection, line, messages, times, context);
    }
}
