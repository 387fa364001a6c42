package dev.portico.pax8.card;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.settings.WritesStopped;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of the card. */
@Configuration(proxyBeanMethods = false)
public class CardConfiguration {

    @Bean
    RelativeTimes relativeTimes(Messages messages, Clock clock) {
        return new RelativeTimes(messages, clock);
    }

    @Bean
    ManualSync manualSync(Jobs jobs, Pax8Connection connection, CurrentUser user, Messages messages, Clock clock) {
        return new ManualSync(jobs, connection, user, messages, clock);
    }

    @Bean
    Pax8Card pax8Card(
            Pax8Connection connection,
            Jobs jobs,
            SyncSummary summary,
            WritesStopped writesStopped,
            ManualSync manual,
            CurrentUser user,
            Messages messages,
            RelativeTimes times) {
        return new Pax8Card(connection, jobs, summary, writesStopped, manual, user, messages, times);
    }

    @Bean
    Pax8Removal pax8Removal(
            DataSource dataSource,
            Pax8Connection connection,
            SyncSummary summary,
            AuditTrail audit,
            CurrentUser user,
            Messages messages,
            ApplicationEventPublisher events) {
        return new Pax8Removal(
                JdbcClient.create(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                connection,
                summary,
                audit,
                user,
                messages,
                events);
    }
}
