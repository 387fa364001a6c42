package dev.portico.example;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.Companies;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.example.reminders.OverdueBadge;
import dev.portico.example.reminders.ReminderScreen;
import dev.portico.example.reminders.Reminders;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The plugin's beans. What they take beyond each other is the portal's offer. */
@Configuration(proxyBeanMethods = false)
public class ExampleConfiguration {

    /** On the plugin's own schema. */
    @Bean
    JdbcClient database(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    TransactionTemplate transaction(DataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Bean
    Reminders reminders(JdbcClient database, Companies companies, CurrentUser user, AuditTrail audit, Clock clock) {
        return new Reminders(database, companies, user, audit, clock);
    }

    @Bean
    ReminderScreen reminderScreen(Reminders reminders, Companies companies, Messages messages) {
        return new ReminderScreen(reminders, companies, messages);
    }

    @Bean
    OverdueBadge overdueBadge(Reminders reminders) {
        return new OverdueBadge(reminders);
    }

    @Bean
    DueCount dueCount(JdbcClient database, Reminders reminders, Clock clock) {
        return new DueCount(database, reminders, clock);
    }

    @Bean
    ExampleCard exampleCard(DueCount count, Jobs jobs, CurrentUser user, Messages messages) {
        return new ExampleCard(count, jobs, user, messages);
    }

    @Bean
    NoticeStep noticeStep(Reminders reminders, Messages messages) {
        return new NoticeStep(reminders, messages);
    }

    @Bean
    ExampleRemoval exampleRemoval(
            JdbcClient database, TransactionTemplate transaction, CurrentUser user, AuditTrail audit, Messages messages) {
        return new ExampleRemoval(database, transaction, user, audit, messages);
    }
}
