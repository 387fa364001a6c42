package dev.portico.pax8.licensing.selfservice;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.settings.SettingsStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of self-service. */
@Configuration(proxyBeanMethods = false)
public class SelfServiceConfiguration {

    @Bean
    SubscriptionRules subscriptionRules(
            DataSource dataSource,
            SettingsStore settings,
            AuditTrail audit,
            CurrentUser user,
            Messages messages,
            Clock clock) {
        return new SubscriptionRules(
                JdbcClient.create(dataSource),
                settings,
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                audit,
                user,
                messages,
                clock);
    }
}
