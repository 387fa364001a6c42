package dev.portico.pax8.licensing.trial;

import dev.portico.api.host.CurrentUser;
import dev.portico.pax8.licensing.selfservice.SubscriptionRules;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans that try settings. */
@Configuration(proxyBeanMethods = false)
public class TrialConfiguration {

    private static final int ROWS_AT_ONCE = 500;

    @Bean
    Trials trials(DataSource dataSource, SubscriptionRules subscriptions, CurrentUser user, Clock clock) {
        JdbcTemplate rowByRow = new JdbcTemplate(dataSource);
        rowByRow.setFetchSize(ROWS_AT_ONCE); // why: the driver reads in parts only within a transaction
        TransactionTemplate reading = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        reading.setReadOnly(true);
        return new Trials(JdbcClient.create(rowByRow), reading, subscriptions, user, clock);
    }
}
