package dev.portico.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.OAuthClientDeclaration;
import dev.portico.api.Secret;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.host.WholePortalTest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PluginConnectionTest extends WholePortalTest {

    private final String id = "plugin-" + UUID.randomUUID().toString().substring(0, 8);
    private final TokenServer server = new TokenServer();

    @Autowired
    private Connections connections;

    @Autowired
    private PluginClientRegistrations registrations;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void register() {
        registrations.register(
                id,
                new OAuthClientDeclaration(
                        "client", Secret.of("client-secret"), URI.create("http://127.0.0.1/authorize"),
                        server.address(), Set.of("read"), Map.of("audience", "api")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PluginConnection connected(Duration validFor) {
        PluginConnection connection = connections.of(id);
        Instant now = Instant.now();
        connection.connected(
                new StoredTokens(
                        Secret.of("first-access"), now, now.plus(validFor), Optional.of(Secret.of("first-refresh"))),
                "admin@example.com",
                "Partner Ltd");
        return connection;
    }

    @Test
    void givesAValidTokenWithoutAskingAnybody() {
        PluginConnection connection = connected(Duration.ofHours(1));

        assertThat(connection.accessToken().reveal()).isEqualTo("first-access");
        assertThat(connection.connection()).hasValueSatisfying(it -> {
            assertThat(it.account()).isEqualTo("Partner Ltd");
            assertThat(it.connectedBy()).isEqualTo("admin@example.com");
        });
        assertThat(server.renewals()).isZero();
    }

    @Test
    void renewsATokenThatIsAboutToExpireAndKeepsTheNewRefreshToken() {
        PluginConnection connection = connected(Duration.ofSeconds(30));

        assertThat(connection.accessToken().reveal()).isEqualTo("renewed-access-1");
        assertThat(server.lastRequest()).contains("grant_type=refresh_token", "refresh_token=first-refresh");

        connection.renew(Secret.of("renewed-access-1"));
        assertThat(server.lastRequest()).contains("refresh_token=renewed-refresh-1");
    }

    @Test
    void renewsOnceForManyCallers() throws Exception {
        connected(Duration.ofSeconds(30));
        List<Future<String>> answers = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(6)) {
            for (int caller = 0; caller < 6; caller++) {
                answers.add(callers.submit(() -> connections.of(id).accessToken().reveal()));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("renewed-access-1");
            }
        }
        assertThat(server.renewals()).isEqualTo(1);
    }

    @Test
    void aRefusedTokenIsRenewedUnlessSomebodyElseDidIt() {
        PluginConnection connection = connected(Duration.ofHours(1));

        assertThat(connection.renew(Secret.of("first-access")).reveal()).isEqualTo("renewed-access-1");
        assertThat(connection.renew(Secret.of("first-access")).reveal()).isEqualTo("renewed-access-1");
        assertThat(server.renewals()).isEqualTo(1);
    }

    @Test
    void aRefusedRenewalAsksToConnectAgainAndIsRemembered() {
        PluginConnection connection = connected(Duration.ofSeconds(30));
        server.refuses(403, "invalid_grant");

        assertThatThrownBy(connection::accessToken)
                .isInstanceOf(ReconnectRequired.class)
                .hasMessageContaining("connect again");
        assertThatThrownBy(connection::accessToken).isInstanceOf(ReconnectRequired.class);

        assertThat(server.renewals()).isEqualTo(1);
        assertThat(connection.connection()).isEmpty();
    }

    @Test
    void whoeverMayConnectIsToldOnceThatItIsToBeDoneAgainUntilItIsDone() throws Exception {
        UUID admin = signInAdmin().id();
        UUID staff = signInStaff("manage_jobs").id();
        PluginConnection connection = connected(Duration.ofSeconds(30));
        server.refuses(403, "invalid_grant");

        assertThatThrownBy(connection::accessToken).isInstanceOf(ReconnectRequired.class);
        assertThatThrownBy(connection::accessToken).isInstanceOf(ReconnectRequired.class);
        assertThat(unread(admin)).containsExactly(id + " must be connected again settings/integrations/" + id + "/setup");
        assertThat(unread(staff)).isEmpty();

        connected(Duration.ofHours(1));
        assertThat(unread(admin)).isEmpty();
    }

    private List<String> unread(UUID user) {
        return jdbc.sql("select title || ' ' || path from portal.notice where user_id = ? and owner = ? and read_at is null")
                .params(user, id)
                .query(String.class)
                .list();
    }

    @Test
    void aSignInServiceThatIsDownIsAFaultAndLosesNothing() {
        PluginConnection connection = connected(Duration.ofSeconds(30));
        server.answersHtml(503);

        assertThatThrownBy(connection::accessToken)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("tried again");

        assertThat(connection.connection()).isPresent();
    }

    @Test
    void disconnectingForgetsTheTokens() {
        PluginConnection connection = connected(Duration.ofHours(1));

        connection.disconnect();

        assertThatThrownBy(connection::accessToken).isInstanceOf(ReconnectRequired.class);
        assertThat(jdbc.sql("select count(*) from portal.vault_entry where owner = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void noTokenStandsInClearInTheDatabase() {
        connected(Duration.ofHours(1));

        String stored = jdbc.sql("select encode(ciphertext, 'escape') from portal.vault_entry where owner = :id")
                .param("id", id)
                .query(String.class)
                .single();

        assertThat(stored).doesNotContain("first-access", "first-refresh");
    }
}
