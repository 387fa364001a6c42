package dev.portico.pax8.licensing;

import com.vaadin.flow.component.Component;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.PluginScreen;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.detail.DetailScreens;
import dev.portico.pax8.licensing.settings.WritesStopped;
import dev.portico.pax8.licensing.words.TermWords;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;

/** Licensing &gt; Subscriptions. */
public class SubscriptionsScreen implements PluginScreen {

    private final Subscriptions subscriptions;
    private final SubscriptionExport export;
    private final SyncSummary summary;
    private final DetailScreens details;
    private final TermWords words;
    private final Pax8Connection connection;
    private final WritesStopped writesStopped;
    private final CurrentUser user;
    private final Messages messages;
    private final RelativeTimes times;
    private final Clock clock;

    SubscriptionsScreen(
            Subscriptions subscriptions,
            SubscriptionExport export,
            SyncSummary summary,
            DetailScreens details,
            TermWords words,
            Pax8Connection connection,
            WritesStopped writesStopped,
            CurrentUser user,
            Messages messages,
            RelativeTimes times,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.export = export;
        this.summary = summary;
        this.details = details;
        this.words = words;
        this.connection = connection;
        this.writesStopped = writesStopped;
        this.user = user;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Component open(ScreenContext context) {
        user.require("read_licensing");
        Nothing nothing = new Nothing(summary, connection, user, messages, context);
        return writesStopped.above(new SubscriptionsPage(
                        subscriptions, export, summary, details, words, messages, times, clock, nothing, context)
                .content());
    }
}
