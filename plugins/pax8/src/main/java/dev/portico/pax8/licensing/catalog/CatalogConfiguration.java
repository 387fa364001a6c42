package dev.portico.pax8.licensing.catalog;

import dev.portico.api.host.CurrentUser;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of the catalog. */
@Configuration(proxyBeanMethods = false)
public class CatalogConfiguration {

    @Bean
    ClientCatalog clientCatalog(DataSource dataSource, CurrentUser user) {
        return new ClientCatalog(JdbcClient.create(dataSource), user);
    }
}
