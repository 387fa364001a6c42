package dev.portico.pax8.licensing.settings;

import dev.portico.api.host.CurrentUser;
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
    SettingsService settingsService(SettingsStore store, CurrentUser user) {
        return new SettingsService(store, user);
    }
}
