package dev.portico.pax8.licensing.administration;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.catalog.CatalogService;
import dev.portico.pax8.licensing.selfservice.SubscriptionRules;
import dev.portico.pax8.licensing.settings.SettingsService;
import dev.portico.pax8.licensing.settings.WritesStopped;
import dev.portico.pax8.licensing.trial.Trials;
import dev.portico.pax8.licensing.words.Reasons;
import dev.portico.pax8.texts.RelativeTimes;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of the settings' screen. */
@Configuration(proxyBeanMethods = false)
public class AdministrationConfiguration {

    @Bean
    Vendors vendors(DataSource dataSource, CurrentUser user) {
        return new Vendors(JdbcClient.create(dataSource), user);
    }

    @Bean
    SettingsScreen settingsScreen(
            SettingsService settings,
            Vendors vendors,
            CatalogService catalog,
            SubscriptionRules subscriptions,
            Trials trials,
            Reasons reasons,
            WritesStopped writesStopped,
            Pax8Connection connection,
            CurrentUser user,
            Messages messages,
            RelativeTimes times) {
        return new SettingsScreen(
                new Services(
                        settings, vendors, catalog, subscriptions, trials, reasons, writesStopped, connection, messages,
                        times),
                user);
    }
}
