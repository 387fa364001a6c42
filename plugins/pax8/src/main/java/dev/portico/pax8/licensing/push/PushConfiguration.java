package dev.portico.pax8.licensing.push;

import dev.portico.api.PluginSettings;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.requests.Closing;
import dev.portico.pax8.licensing.requests.OpenRequests;
import dev.portico.pax8.licensing.requests.Outbox;
import dev.portico.pax8.licensing.requests.RequestStore;
import dev.portico.pax8.licensing.requests.RequestTexts;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.licensing.terms.Commitments;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.sync.SubscriptionStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the push. */
@Configuration(proxyBeanMethods = false)
public class PushConfiguration {

    @Bean
    PushSettings pushSettings(PluginSettings settings) {
        return PushSettings.of(settings);
    }

    @Bean
    Pusher pusher(
            PartnerClient partner,
            SubscriptionStore subscriptions,
            RequestStore store,
            OpenRequests open,
            SettingsStore settings,
            Commitments commitments,
            RequestTexts texts,
            PushSettings patience,
            Clock clock) {
        // why soon: the push comes back by itself, and would else hold up the others
        PartnerClient soon = partner.forAPerson();
        Writer writer = new Writer(soon, store, open, texts, clock);
        return new Pusher(soon, subscriptions, store, open, settings, commitments, writer, texts, patience, clock);
    }

    @Bean
    PushJob pushJob(
            Pax8Connection connection,
            OpenRequests open,
            Closing closing,
            Outbox outbox,
            Pusher pusher,
            PushSettings settings,
            Clock clock) {
        return new PushJob(connection, open, closing, outbox, pusher, settings, clock);
    }
}
