package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.api.host.Notifications;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.licensing.terms.Commitments;
import dev.portico.pax8.licensing.words.Reasons;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of requests. */
@Configuration(proxyBeanMethods = false)
public class RequestsConfiguration {

    @Bean
    RequestRows requestRows() {
        return new RequestRows();
    }

    @Bean
    RequestStore requestStore(DataSource dataSource, RequestRows rows, Clock clock) {
        return new RequestStore(
                JdbcClient.create(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                rows,
                clock);
    }

    @Bean
    RequestTexts requestTexts(Messages messages, Reasons reasons, Clock clock) {
        return new RequestTexts(messages, reasons, clock);
    }

    @Bean
    OpenRequests openRequests(DataSource dataSource, RequestRows rows, Clock clock) {
        return new OpenRequests(JdbcClient.create(dataSource), rows, clock);
    }

    @Bean
    Outbox outbox(DataSource dataSource, RequestRows rows, Notifications notifications, RequestTexts texts) {
        return new Outbox(
                JdbcClient.create(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                rows,
                notifications,
                texts);
    }

    @Bean
    Closing closing(RequestStore store, OpenRequests open, Outbox outbox, CurrentUser user, RequestTexts texts) {
        return new Closing(store, open, outbox, user, texts);
    }

    @Bean
    SeatRequests seatRequests(
            DataSource dataSource,
            RequestStore store,
            SettingsStore settings,
            Commitments commitments,
            CurrentUser user,
            RequestTexts texts,
            Outbox outbox,
            AuditTrail audit,
            Jobs jobs,
            Clock clock) {
        Subjects subjects = new Subjects(JdbcClient.create(dataSource));
        Acting acting = new Acting(user);
        return new SeatRequests(
                new Asking(subjects, store, settings, commitments, acting, texts, clock),
                new Deciding(subjects, store, settings, commitments, acting, texts, clock),
                outbox,
                audit,
                jobs);
    }

    @Bean
    RequestQueries requestQueries(
            DataSource dataSource, RequestStore store, RequestRows rows, SettingsStore settings, CurrentUser user) {
        return new RequestQueries(JdbcClient.create(dataSource), store, rows, settings, new Acting(user));
    }
}
