package dev.portico.pax8.connection;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection;
import dev.portico.api.host.Vault;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.TokenClient;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the connection. */
@Configuration(proxyBeanMethods = false)
public class ConnectionConfiguration {

    @Bean
    ConnectionStore connectionStore(DataSource dataSource) {
        return new ConnectionStore(dataSource);
    }

    @Bean
    ApiCredentials apiCredentials(Vault vault) {
        return new ApiCredentials(vault);
    }

    @Bean
    ConnectionTokens connectionTokens(
            ConnectionStore store,
            OAuthConnection oauth,
            TokenClient client,
            ApiCredentials credentials,
            Messages messages,
            Clock clock) {
        return new ConnectionTokens(
                store, oauth, new ApiCredentialTokens(client, credentials, messages, clock), messages);
    }

    @Bean
    AccountCheck accountCheck(ConnectionStore store) {
        return new AccountCheck(store);
    }

    @Bean
    Pax8Connection pax8Connection(
            ConnectionStore store,
            OAuthConnection oauth,
            ApiCredentials credentials,
            TokenClient tokenClient,
            PartnerClient partner,
            AccountCheck accountCheck,
            Jobs jobs,
            AuditTrail audit,
            CurrentUser user,
            Messages messages,
            ApplicationEventPublisher events,
            Clock clock) {
        return new Pax8Connection(
                store, oauth, credentials, tokenClient, partner, accountCheck, jobs, audit, user, messages, events,
                clock);
    }

    @Bean
    OAuthListener oauthListener(
            Pax8Connection connection,
            ConnectionStore store,
            ApiCredentials credentials,
            AccountCheck accountCheck,
            OAuthConnection oauth,
            PartnerClient partner) {
        return new OAuthListener(connection, store, credentials, accountCheck, oauth, partner);
    }

    @Bean
    SchedulesFollowConnection schedulesFollowConnection(Pax8Connection connection, Jobs jobs) {
        return new SchedulesFollowConnection(connection, jobs);
    }
}
