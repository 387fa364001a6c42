package dev.portico.pax8.mapping;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.Companies;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.pax8.sync.SubscriptionStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of the mapping. */
@Configuration(proxyBeanMethods = false)
public class MappingConfiguration {

    @Bean
    MappingStore mappingStore(DataSource dataSource) {
        return new MappingStore(JdbcClient.create(dataSource));
    }

    @Bean
    MappingService mappingService(
            MappingStore store,
            SubscriptionStore subscriptions,
            DataSource dataSource,
            Jobs jobs,
            AuditTrail audit,
            CurrentUser user,
            Messages messages,
            ApplicationEventPublisher events,
            Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        return new MappingService(store, subscriptions, transaction, jobs, audit, user, messages, events, clock);
    }

    @Bean
    CompanyCreation companyCreation(
            MappingStore store, MappingService mappings, Companies companies, CurrentUser user) {
        return new CompanyCreation(store, mappings, companies, user);
    }
}
