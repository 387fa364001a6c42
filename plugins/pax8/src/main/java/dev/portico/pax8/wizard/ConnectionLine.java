package dev.portico.pax8.wizard;

import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection;
import dev.portico.pax8.connection.ConnectionMethod;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.connection.ConnectionStatus.Connected;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Duration;
import java.util.Optional;

/** Says in a line who is connected and until when. */
public class ConnectionLine {

    /** Pax8 ends an approval 90 days after its last use. */
    private static final Duration APPROVAL = Duration.ofDays(90);

    private final Pax8Connection connection;
    private final OAuthConnection oauth;
    private final Messages messages;
    private final RelativeTimes times;

    ConnectionLine(Pax8Connection connection, OAuthConnection oauth, Messages messages, RelativeTimes times) {
        this.connection = connection;
        this.oauth = oauth;
        this.messages = messages;
        this.times = times;
    }

    /** The line for the connection as it is now. */
    String text() {
        ConnectionStatus status = connection.status();
        if (!(status instanceof Connected connected)) {
            return messages.text("wizard.subtitle.not-connected");
        }
        String who = connected.account().isEmpty()
                ? messages.text("wizard.subtitle.connected")
                : messages.text("wizard.subtitle.account", connected.account());
        return validUntil(connected).map(until -> messages.text("wizard.subtitle.valid", who, until)).orElse(who);
    }

    /** The date on which Pax8 ends the approval if it is not used any more; empty for API credentials. */
    Optional<String> validUntil(Connected connected) {
        return connected.method() == ConnectionMethod.API_CREDENTIALS
                ? Optional.empty()
                : oauth.connection()
                        .map(approval -> times.date(approval.refreshedAt().plus(APPROVAL)));
    }
}
