package dev.portico.pax8.licensing.settings;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of the settings. */
@Configuration(proxyBeanMethods = false)
public class SettingsConfiguration {

    @Bean
    SettingsStore settingsStore(DataSource dataSource) {
        return new SettingsStore(JdbcClient.create(dataSource));
    }

    @Bean
    SettingsService settingsService(
            SettingsStore store, AuditTrail audit, CurrentUser user, Messages messages, Clock clock) {
        return new SettingsService(store, audit, user, messages, clock);
    }

    @Bean
    WritesStopped writesStopped(SettingsStore store, CurrentUser user, Messages messages) {
        return new WritesStopped(store, user, messages);
    }
}
