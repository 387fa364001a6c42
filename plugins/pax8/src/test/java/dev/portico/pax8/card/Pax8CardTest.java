package dev.portico.pax8.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.IntegrationRemoval.RemovalCount;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.PermissionDenied;
import dev.portico.api.screen.IntegrationCard.CardAction;
import dev.portico.api.screen.IntegrationCard.CardStatus;
import dev.portico.api.screen.IntegrationCard.ConnectionState;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Pax8CardTest {

    private ScreensUnderTest plugin;
    private Pax8Card card;

    @BeforeEach
    void setUp() {
        plugin = new ScreensUnderTest();
        card = plugin.bean(Pax8Card.class);
    }

    @AfterEach
    void tearDown() {
        plugin.close();
    }

    @Test
    void isDisconnectedAndOffersNoSyncAtFirst() {
        assertThat(card.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(card.status().line()).isEqualTo("Never connected");
        assertThat(card.actions()).isEmpty();
    }

    @Test
    void tellsFreshnessAndCounts() {
        connectWithData();
        plugin.portal.run("companies", RunState.SUCCEEDED, 1, 1, "");
        plugin.clock.forward(Duration.ofMinutes(4));
        CardStatus status = card.status();
        assertThat(status.state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(status.line()).isEqualTo("Synced 4 minutes ago · 1 company · 1 subscription");
        assertThat(status.problem()).isEmpty();
        assertThat(status.link().orElseThrow().path()).isEqualTo("licensing/subscriptions");
        assertThat(card.actions())
                .extracting(CardAction::label)
                .containsExactly("Sync Companies", "Sync Subscriptions", "Sync Products");
    }

    @Test
    void showsASyncUnderWayAndTheLastFailure() {
        connectWithData();
        plugin.portal.run("products", RunState.FAILED, 0, 0, "Pax8 cannot be reached.");
        assertThat(card.status().state()).isEqualTo(ConnectionState.ERROR);
        assertThat(card.status().problem()).contains("The last product sync failed: Pax8 cannot be reached.");
        plugin.portal.run("companies", RunState.RUNNING, 246, 300, "");
        assertThat(card.status().state()).isEqualTo(ConnectionState.SYNCING);
        assertThat(card.status().line()).isEqualTo("Fetching companies from Pax8: 246 of 300");
    }

    @Test
    void isDisconnectedAndKeepsItsDataWhenPax8RefusesTheCredentials() {
        connectWithData();
        plugin.jdbc.sql("update connection set state = 'RECONNECT_NEEDED', reason = 'Connect again.'").update();
        assertThat(card.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(card.status().problem()).contains("Connect again.");
        assertThat(card.actions()).isEmpty();
    }

    @Test
    void joinsASyncUnderWayAndHoldsBackASecondClick() {
        connectWithData();
        CardAction sync = card.actions().getFirst();
        assertThat(sync.run().get()).isEqualTo("The sync has started.");
        assertThat(sync.run().get()).isEqualTo("This sync is under way already.");
        plugin.portal.run("companies", RunState.SUCCEEDED, 1, 1, "");
        plugin.clock.forward(Duration.ofSeconds(20));
        assertThat(sync.run().get()).isEqualTo("This sync ran a moment ago. It may run again in 40 seconds.");
        plugin.clock.forward(Duration.ofSeconds(41));
        assertThat(sync.run().get()).isEqualTo("The sync has started.");
        assertThat(plugin.portal.started).containsExactly("companies", "companies");
    }

    @Test
    void checksThePermissionInTheAction() {
        connectWithData();
        CardAction sync = card.actions().getFirst();
        plugin.portal.permissions.remove("manage_licensing");
        assertThatThrownBy(() -> sync.run().get()).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void letsAnAdministratorConfirmARemovalThatWasHeldBack() {
        connectWithData();
        plugin.jdbc.sql("insert into held_removal values ('companies', 200, 300, now())").update();
        CardAction confirm = card.actions().getLast();
        assertThat(confirm.label()).isEqualTo("Remove 200 companies that are gone at Pax8");
        confirm.run().get();
        assertThat(plugin.portal.started).containsExactly("companies confirm-removals");
    }

    @Test
    void countsAndRemovesEverything() {
        connectWithData();
        for (String terms : List.of(
                "commitment_rule (product_id, commitment_id, term) values (gen_random_uuid(), gen_random_uuid(), '')",
                "product_price values (gen_random_uuid(), 0, '', '', '', '', '')",
                "product_terms values (gen_random_uuid(), now(), now(), '')",
                "renewal_answer values (gen_random_uuid(), now(), 'ASKED', null, '', '', now())",
                "renewal_mute values (gen_random_uuid(), now(), '')")) {
            plugin.jdbc.sql("insert into " + terms).update();
        }
        Pax8Removal removal = plugin.bean(Pax8Removal.class);
        assertThat(removal.preview())
                .containsExactly(
                        new RemovalCount("companies", 1),
                        new RemovalCount("products", 1),
                        new RemovalCount("subscriptions", 1),
                        new RemovalCount("company mappings", 1));
        removal.remove();
        removal.remove();
        assertThat(removal.preview()).extracting(RemovalCount::count).containsOnly(0L);
        for (String table : List.of(
                "connection", "commitment_rule", "product_price", "product_terms", "renewal_answer", "renewal_mute")) {
            assertThat(plugin.count(table)).as(table).isZero();
        }
        assertThat(plugin.host.approval).isNull();
        assertThat(card.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
    }

    private void connectWithData() {
        plugin.connect();
        var acme = plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        plugin.map(acme, plugin.portalCompany("Acme Dental Group", "Seattle"));
        plugin.product("Microsoft 365", "Microsoft");
        plugin.subscription(acme, "Microsoft 365", 12, "Active", "Annual", "120", "USD");
    }
}
