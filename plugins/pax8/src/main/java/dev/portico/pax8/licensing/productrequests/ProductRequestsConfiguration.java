package dev.portico.pax8.licensing.productrequests;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.api.host.Notifications;
import dev.portico.pax8.licensing.catalog.ClientCatalog;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of wishes for products. */
@Configuration(proxyBeanMethods = false)
public class ProductRequestsConfiguration {

    @Bean
    ProductRequests productRequests(
            DataSource dataSource,
            ClientCatalog catalog,
            CurrentUser user,
            Notifications notifications,
            AuditTrail audit,
            Messages messages,
            Clock clock) {
        return new ProductRequests(
                new ProductRequestStore(JdbcClient.create(dataSource)),
                catalog,
                user,
                new ProductRequestNews(notifications, audit, messages),
                messages,
                clock);
    }

    @Bean
    ProductRequestScreens productRequestScreens(ProductRequests requests, Messages messages, RelativeTimes times) {
        return new ProductRequestScreens(requests, messages, times);
    }
}
