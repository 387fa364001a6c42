package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
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
    SeatRequests seatRequests(
            DataSource dataSource,
            RequestStore store,
            SettingsStore settings,
            Commitments commitments,
            CurrentUser user,
            RequestTexts texts,
            AuditTrail audit,
            Jobs jobs,
            Clock clock) {
        Subjects subjects = new Subjects(JdbcClient.create(dataSource));
        Acting acting = new Acting(user);
        return new SeatRequests(
                new Asking(subjects, store, settings, commitments, acting, texts, clock),
                new Deciding(subjects, store, settings, commitments, acting, texts, clock),
                audit,
                jobs);
    }

    @Bean
    RequestQueries requestQueries(
            DataSource dataSource, RequestStore store, RequestRows rows, SettingsStore settings, CurrentUser user) {
        return new RequestQueries(JdbcClient.create(dataSource), store, rows, settings, new Acting(user));
    }
}
