package dev.portico.pax8.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.Secret;
import dev.portico.api.host.ConnectionListener;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.PluginUnderTest;
import dev.portico.pax8.fixtures.Rows;
import dev.portico.pax8.partner.PartnerClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Pax8ConnectionTest {

    private final PluginUnderTest plugin = new PluginUnderTest();
    private final Pax8Connection connection = plugin.bean(Pax8Connection.class);
    private final ConnectionListener oauth = plugin.bean(ConnectionListener.class);

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void isNotConnectedAtFirstAndLetsTheSchedulesRest() {
        assertThat(connection.status()).isEqualTo(new ConnectionStatus.NotConnected());
        assertThat(connection.obstacle()).hasValueSatisfying(text -> assertThat(text).contains("Configure"));
        assertThat(plugin.host.paused).isTrue();
    }

    @Test
    void startsTheFirstSyncsWhenAnAdministratorHasApproved() {
        oauth.connected(plugin.host.approved("Contoso MSP"));

        assertThat(connection.status()).isInstanceOfSatisfying(ConnectionStatus.Connected.class, status -> {
            assertThat(status.account()).isEqualTo("Contoso MSP");
            assertThat(status.method()).isEqualTo(ConnectionMethod.OAUTH);
            assertThat(status.expiresSoon()).isFalse();
        });
        assertThat(plugin.host.started).containsExactly("companies", "products");
        assertThat(plugin.host.paused).isFalse();
        assertThat(connection.test().works()).isTrue();
    }

    @Test
    void connectsWithApiCredentialsAfterTryingThem() {
        assertThat(connection.connectWithApiCredentials("id", Secret.of("good-secret")))
                .isEqualTo(new ConnectOutcome.Connected());

        assertThat(plugin.host.vault).containsEntry("api-client-secret", Secret.of("good-secret"));
        assertThat(plugin.host.started).containsExactly("companies", "products");
        assertThat(plugin.pax8.requests()).containsExactly("/v1/token", "/v1/companies?page=0&size=1");
        assertThat(connection.status()).isInstanceOf(ConnectionStatus.Connected.class);
    }

    @Test
    void storesNothingWhenPax8RefusesTheCredentials() {
        assertThat(connection.connectWithApiCredentials("id", Secret.of("bad-secret")))
                .isInstanceOfSatisfying(ConnectOutcome.Refused.class, refused -> assertThat(refused.reason())
                        .contains("Unauthorized")
                        .doesNotContain("bad-secret"));
        assertThat(plugin.host.vault).isEmpty();
        assertThat(connection.status()).isEqualTo(new ConnectionStatus.NotConnected());
    }

    @Test
    void saysWhyWhenPax8IsDownDuringConnect() {
        plugin.pax8.intercept((exchange, number) -> Optional.of(new Reply(503, "text/html", "<html>")));
        assertThat(connection.connectWithApiCredentials("id", Secret.of("good-secret")))
                .isInstanceOfSatisfying(
                        ConnectOutcome.Refused.class, refused -> assertThat(refused.reason()).contains("503"));
        assertThat(plugin.host.vault).isEmpty();
    }

    @Test
    void keepsATokenUntilShortlyBeforeItsEnd() throws InterruptedException {
        connection.connectWithApiCredentials("id", Secret.of("good-secret"));
        PartnerClient partner = plugin.bean(PartnerClient.class);
        partner.firstCompanies(1);
        partner.firstCompanies(1);
        assertThat(plugin.pax8.tokens()).isEqualTo(2);
        plugin.clock.forward(Duration.ofHours(24).minusMinutes(4));
        partner.firstCompanies(1);
        assertThat(plugin.pax8.tokens()).isEqualTo(3);
    }

    @Test
    void renewsARefusedTokenOnceForAllThatWait() throws Exception {
        connection.connectWithApiCredentials("id", Secret.of("good-secret"));
        PartnerClient partner = plugin.bean(PartnerClient.class);
        partner.firstCompanies(1);
        plugin.pax8.intercept((exchange, number) ->
                "Bearer token-2".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        ? Optional.of(new Reply(401, "application/json", "{\"error\":\"expired\"}"))
                        : Optional.empty());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(call -> () -> partner.firstCompanies(1).size())
                    .toList();
            for (Future<Integer> call : threads.invokeAll(calls)) {
                call.get();
            }
        }
        assertThat(plugin.pax8.tokens()).isEqualTo(3);
    }

    @Test
    void pausesUntilSomebodyConnectsAgainWhenPax8RefusesTheRenewal() {
        oauth.connected(plugin.host.approved("Contoso MSP"));
        plugin.host.renewable = false;
        plugin.pax8.intercept((exchange, number) -> Optional.of(new Reply(401, "application/json", "{}")));

        assertThat(connection.test().works()).isFalse();

        assertThat(connection.status()).isInstanceOfSatisfying(
                ConnectionStatus.ReconnectNeeded.class, needed -> assertThat(needed.reason()).contains("connect again"));
        assertThat(plugin.host.paused).isTrue();

        plugin.host.renewable = true;
        plugin.pax8.intercept((exchange, number) -> Optional.empty());
        oauth.connected(plugin.host.approved("Contoso MSP"));
        assertThat(connection.status()).isInstanceOf(ConnectionStatus.Connected.class);
        assertThat(plugin.host.paused).isFalse();
    }

    @Test
    void goesOnWhenATestShowsThatPax8AcceptsTheConnectionAgain() {
        oauth.connected(plugin.host.approved("Contoso MSP"));
        connection.reconnectNeeded("refused");
        assertThat(connection.test().works()).isTrue();
        assertThat(connection.status()).isInstanceOf(ConnectionStatus.Connected.class);
        assertThat(plugin.host.paused).isFalse();
    }

    @Test
    void asksBeforeItReplacesTheDataOfAnotherAccount() {
        oauth.connected(plugin.host.approved("Contoso MSP"));
        haveCompanies(1, 5);
        plugin.host.started.clear();

        oauth.connected(plugin.host.approved("Fabrikam IT"));

        assertThat(connection.status()).isEqualTo(new ConnectionStatus.AccountUnconfirmed("Contoso MSP", "Fabrikam IT"));
        assertThat(connection.obstacle()).isPresent();
        assertThat(plugin.host.started).isEmpty();
        assertThat(plugin.host.paused).isTrue();

        connection.confirmAccount();

        assertThat(connection.obstacle()).isEmpty();
        assertThat(plugin.host.started).containsExactly("companies confirm-removals", "products confirm-removals");
        assertThat(plugin.host.paused).isFalse();
    }

    @Test
    void acceptsTheFormerAccountAgainWithoutAsking() {
        oauth.connected(plugin.host.approved("Contoso MSP"));
        haveCompanies(1, 5);
        oauth.connected(plugin.host.approved("Fabrikam IT"));
        oauth.connected(plugin.host.approved("Contoso MSP"));
        assertThat(connection.obstacle()).isEmpty();
    }

    @Test
    void comparesCompaniesWhenTheAccountsHaveNoNames() {
        connection.connectWithApiCredentials("id", Secret.of("good-secret"));
        haveCompanies(1, 5);
        plugin.pax8.list("companies", FakePax8.rows(3, 9, Rows::company));
        assertThat(connection.connectWithApiCredentials("id", Secret.of("good-secret")))
                .isEqualTo(new ConnectOutcome.Connected());
        plugin.pax8.list("companies", FakePax8.rows(100, 109, Rows::company));
        assertThat(connection.connectWithApiCredentials("id", Secret.of("good-secret")))
                .isEqualTo(new ConnectOutcome.AccountUnconfirmed());
    }

    @Test
    void warnsTenDaysBeforeTheApprovalEnds() {
        oauth.connected(plugin.host.approved(""));
        plugin.host.refreshed(Duration.ofDays(79));
        assertThat(connection.expiresSoon()).isFalse();
        plugin.host.refreshed(Duration.ofDays(80));
        assertThat(connection.expiresSoon()).isTrue();
    }

    @Test
    void forgetsTheSecretsOnDisconnect() {
        connection.connectWithApiCredentials("id", Secret.of("good-secret"));
        haveCompanies(1, 3);
        connection.disconnect();
        assertThat(plugin.host.vault).isEmpty();
        assertThat(plugin.host.paused).isTrue();
        assertThat(connection.status()).isEqualTo(new ConnectionStatus.NotConnected());
        assertThat(plugin.count("company")).isEqualTo(2);
    }

    @Test
    void refusesEveryChangeToWhoeverMayNotManageLicensing() {
        plugin.host.mayManage = false;
        assertThatThrownBy(() -> connection.connectWithApiCredentials("id", Secret.of("good-secret")))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(connection::test).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(connection::disconnect).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(connection::forget).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(connection::confirmAccount).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> connection.reconnectNeeded("x")).isInstanceOf(PermissionDenied.class);
        assertThat(plugin.pax8.requests()).isEmpty();
    }

    private void haveCompanies(int from, int to) {
        for (int number = from; number < to; number++) {
            plugin.jdbc
                    .sql(
                            """
                            insert into company values
                                (?, 'n', '', '', '', '', '', '', '', 'Active', null, now(), now())
                            """)
                    .param(Rows.companyId(number))
                    .update();
        }
    }
}
