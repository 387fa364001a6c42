package dev.portico.pax8.licensing.terms;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.sync.SyncFrame;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of commitments and prices. */
@Configuration(proxyBeanMethods = false)
public class TermsConfiguration {

    @Bean
    TermsStore termsStore(DataSource dataSource, Clock clock) {
        return new TermsStore(
                JdbcClient.create(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                clock);
    }

    @Bean
    TermsSync termsSync(SyncFrame frame, PartnerClient partner, TermsStore store, Messages messages) {
        return new TermsSync(frame, partner, store, messages);
    }

    @Bean
    TermsAfterSync termsAfterSync(TermsStore store, Jobs jobs) {
        return new TermsAfterSync(store, jobs);
    }

    @Bean
    Commitments commitments(DataSource dataSource, Clock clock) {
        return new Commitments(JdbcClient.create(dataSource), clock);
    }

    @Bean
    Prices prices(
            TermsStore store,
            PartnerClient partner,
            Pax8Connection connection,
            SettingsStore settings,
            DataSource dataSource,
            CurrentUser user,
            Messages messages) {
        return new Prices(store, partner, connection, settings, JdbcClient.create(dataSource), user, messages);
    }
}
