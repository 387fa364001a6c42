package dev.portico.pax8.licensing.renewals;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.Companies;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.api.host.Notifications;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of renewals. */
@Configuration(proxyBeanMethods = false)
public class RenewalsConfiguration {

    @Bean
    RenewalWords renewalWords(Messages messages, Clock clock) {
        return new RenewalWords(messages, clock);
    }

    @Bean
    RenewalNews renewalNews(Notifications notifications, AuditTrail audit, RenewalWords words, Messages messages) {
        return new RenewalNews(notifications, audit, words, messages);
    }

    @Bean
    RenewalRows renewalRows(DataSource dataSource, Clock clock) {
        return new RenewalRows(JdbcClient.create(dataSource), clock);
    }

    @Bean
    Renewals renewals(
            RenewalRows rows,
            DataSource dataSource,
            SeatRequests requests,
            RenewalNews news,
            CurrentUser user,
            Clock clock) {
        return new Renewals(rows, JdbcClient.create(dataSource), requests, news, user, clock);
    }

    @Bean
    RenewalsOfClient renewalsOfClient(
            RenewalRows rows, DataSource dataSource, RenewalNews news, RenewalWords words, CurrentUser user, Clock clock) {
        return new RenewalsOfClient(rows, JdbcClient.create(dataSource), news, words, user, clock);
    }

    @Bean
    ClientRenewals clientRenewals(RenewalsOfClient renewals, RenewalWords words) {
        return new ClientRenewals(renewals, words);
    }

    @Bean
    RenewalsScreen renewalsScreen(
            Renewals renewals,
            RenewalWords words,
            Companies companies,
            SyncSummary summary,
            RelativeTimes times) {
        return new RenewalsScreen(new RenewalParts(renewals, words, companies, summary, times));
    }
}
