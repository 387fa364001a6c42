package dev.portico.pax8.licensing;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.administration.AdministrationConfiguration;
import dev.portico.pax8.licensing.catalog.CatalogConfiguration;
import dev.portico.pax8.licensing.change.ChangeConfiguration;
import dev.portico.pax8.licensing.desk.DeskConfiguration;
import dev.portico.pax8.licensing.detail.DetailConfiguration;
import dev.portico.pax8.licensing.detail.DetailScreens;
import dev.portico.pax8.licensing.portal.PortalConfiguration;
import dev.portico.pax8.licensing.productrequests.ProductRequestsConfiguration;
import dev.portico.pax8.licensing.renewals.RenewalsConfiguration;
import dev.portico.pax8.licensing.push.PushConfiguration;
import dev.portico.pax8.licensing.requests.RequestsConfiguration;
import dev.portico.pax8.licensing.selfservice.SelfServiceConfiguration;
import dev.portico.pax8.licensing.settings.SettingsConfiguration;
import dev.portico.pax8.licensing.settings.WritesStopped;
import dev.portico.pax8.licensing.terms.TermsConfiguration;
import dev.portico.pax8.licensing.trial.TrialConfiguration;
import dev.portico.pax8.licensing.words.TermWords;
import dev.portico.pax8.licensing.words.WordsConfiguration;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of the licensing screens. */
@Configuration(proxyBeanMethods = false)
@Import({
    SettingsConfiguration.class,
    TermsConfiguration.class,
    RenewalsConfiguration.class,
    RequestsConfiguration.class,
    PushConfiguration.class,
    WordsConfiguration.class,
    CatalogConfiguration.class,
    ChangeConfiguration.class,
    DetailConfiguration.class,
    ProductRequestsConfiguration.class,
    DeskConfiguration.class,
    PortalConfiguration.class,
    SelfServiceConfiguration.class,
    TrialConfiguration.class,
    AdministrationConfiguration.class
})
public class LicensingConfiguration {

    @Bean
    Subscriptions subscriptions(DataSource dataSource, CurrentUser user, Clock clock) {
        TransactionTemplate reading = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        reading.setReadOnly(true);
        return new Subscriptions(JdbcClient.create(dataSource), reading, user, clock);
    }

    @Bean
    SubscriptionExport subscriptionExport(
            Subscriptions subscriptions, Messages messages, Clock clock) {
        return new SubscriptionExport(subscriptions, messages, clock);
    }

    @Bean
    SubscriptionsScreen subscriptionsScreen(
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
        return new SubscriptionsScreen(
                subscriptions, export, summary, details, words, connection, writesStopped, user, messages, times,
                clock);
    }
}
