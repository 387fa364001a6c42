package dev.portico.pax8.licensing.catalog;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of the catalog. */
@Configuration(proxyBeanMethods = false)
public class CatalogConfiguration {

    @Bean
    CatalogService catalogService(
            DataSource dataSource, AuditTrail audit, CurrentUser user, Messages messages, Clock clock) {
        return new CatalogService(
                new CatalogStore(JdbcClient.create(dataSource)), audit, user, messages, clock);
    }

    @Bean
    ClientCatalog clientCatalog(DataSource dataSource, CurrentUser user) {
        return new ClientCatalog(JdbcClient.create(dataSource), user);
    }
}
