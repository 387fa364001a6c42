package dev.portico.pax8.sync;

import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.partner.PartnerClient;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the syncs. */
@Configuration(proxyBeanMethods = false)
public class SyncConfiguration {

    @Bean
    SyncFrame syncFrame(Pax8Connection connection, Messages messages, ApplicationEventPublisher events) {
        return new SyncFrame(connection, messages, events);
    }

    @Bean
    HeldRemovals heldRemovals(DataSource dataSource) {
        return new HeldRemovals(dataSource);
    }

    @Bean
    RemovalGuard removalGuard(HeldRemovals held, Messages messages, Clock clock) {
        return new RemovalGuard(held, messages, clock);
    }

    @Bean
    ProductStore productStore(DataSource dataSource, Clock clock) {
        return new ProductStore(dataSource, clock);
    }

    @Bean
    SubscriptionStore subscriptionStore(DataSource dataSource, Clock clock) {
        return new SubscriptionStore(dataSource, clock);
    }

    @Bean
    MissingProducts missingProducts(PartnerClient partner, ProductStore store) {
        return new MissingProducts(partner, store);
    }

    @Bean
    CompanySync companySync(
            SyncFrame frame, PartnerClient partner, DataSource dataSource, RemovalGuard guard, Clock clock) {
        return new CompanySync(frame, partner, new CompanyStore(dataSource, clock), guard);
    }

    @Bean
    ProductSync productSync(
            SyncFrame frame, PartnerClient partner, ProductStore store, MissingProducts missing, RemovalGuard guard) {
        return new ProductSync(frame, partner, store, missing, guard);
    }

    @Bean
    SubscriptionSync subscriptionSync(
            SyncFrame frame,
            PartnerClient partner,
            SubscriptionStore store,
            MissingProducts missing,
            RemovalGuard guard,
            Jobs jobs) {
        return new SubscriptionSync(frame, partner, store, missing, guard, jobs);
    }

    @Bean
    UsageSync usageSync(SyncFrame frame, PartnerClient partner, DataSource dataSource, Clock clock) {
        return new UsageSync(frame, partner, new UsageStore(dataSource, clock));
    }

    @Bean
    SyncSummary syncSummary(DataSource dataSource, HeldRemovals held, Jobs jobs) {
        return new SyncSummary(dataSource, held, jobs);
    }

    @Bean
    SyncOnConnect syncOnConnect(Jobs jobs) {
        return new SyncOnConnect(jobs);
    }
}
