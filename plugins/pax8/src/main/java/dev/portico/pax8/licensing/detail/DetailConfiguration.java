package dev.portico.pax8.licensing.detail;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.change.ChangeSeatsDialog;
import dev.portico.pax8.licensing.change.ChangeWords;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.licensing.terms.Commitments;
import dev.portico.pax8.licensing.terms.Prices;
import dev.portico.pax8.licensing.words.Reasons;
import dev.portico.pax8.licensing.words.TermWords;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of the detail of a subscription. */
@Configuration(proxyBeanMethods = false)
public class DetailConfiguration {

    @Bean
    SubscriptionDetails subscriptionDetails(DataSource dataSource, CurrentUser user, Clock clock) {
        return new SubscriptionDetails(JdbcClient.create(dataSource), user, clock);
    }

    @Bean
    DetailScreens detailScreens(
            SubscriptionDetails details,
            RequestQueries requests,
            Commitments commitments,
            Prices prices,
            SettingsStore settings,
            ChangeSeatsDialog change,
            ChangeWords changes,
            Reasons reasons,
            TermWords words,
            SyncSummary summary,
            Messages messages,
            RelativeTimes times,
            Clock clock) {
        RuleInEffect rule = new RuleInEffect(settings, messages);
        return new DetailScreens(new DetailParts(
                details, requests, commitments, prices, rule, change, changes, reasons, words, summary, messages, times, clock));
    }
}
