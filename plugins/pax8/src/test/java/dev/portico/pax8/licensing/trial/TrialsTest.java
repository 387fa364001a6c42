package dev.portico.pax8.licensing.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.Rule;
import dev.portico.pax8.licensing.rules.Rule.Outcome;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.licensing.selfservice.RuleRow;
import dev.portico.pax8.licensing.selfservice.SubscriptionRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private static final LicensingRules HALF =
            new LicensingRules(false, 50, Set.of("Adobe"), true, 1, Optional.of(100L));

    private ScreensUnderTest plugin;
    private Trials trials;
    private UUID acme;
    private UUID office;

    @BeforeEach
    void aSubscription() {
        plugin = new ScreensUnderTest();
        trials = plugin.bean(Trials.class);
        UUID company = plugin.pax8Company("Acme Dental Grp LLC", "");
        acme = plugin.portalCompany("Acme Dental Group", "");
        plugin.map(company, acme);
        plugin.product("Microsoft 365", "Microsoft");
        office = plugin.subscription(company, "Microsoft 365", 10, "Active", "Monthly", "1", "USD");
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void decidesForASubscriptionWithItsOwnRules() {
        assertThat(trials.decide(subscription(), 15, HALF).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(trials.decide(subscription(), 16, HALF).rule()).isEqualTo(Rule.ABOVE_THRESHOLD);
        plugin.bean(SubscriptionRules.class)
                .save(
                        office,
                        SubscriptionRule.INHERITED,
                        new SubscriptionRule(Optional.empty(), true, Optional.empty(), false, Optional.empty()));
        assertThat(trials.decide(subscription(), 15, HALF).rule()).isEqualTo(Rule.SUBSCRIPTION_ASKS);
    }

    @Test
    void knowsOfAnotherOpenRequest() {
        past(10, 15, "Microsoft", Outcome.HELD, Duration.ofDays(1), "PENDING");
        assertThat(trials.decide(subscription(), 15, HALF).rule()).isEqualTo(Rule.ANOTHER_OPEN);
    }

    @Test
    void replaysTheRequestsOfTheLastNinetyDays() {
        past(10, 15, "Microsoft", Outcome.HELD, Duration.ofDays(1), "APPLIED");
        past(10, 16, "Microsoft", Outcome.HELD, Duration.ofDays(2), "REJECTED");
        past(10, 200, "Microsoft", Outcome.HELD, Duration.ofDays(3), "FAILED");
        past(10, 11, "Adobe", Outcome.APPLIED, Duration.ofDays(89), "APPLIED");
        past(10, 11, "Microsoft", Outcome.HELD, Duration.ofDays(91), "APPLIED");
        Replay replay = trials.replay(HALF);
        assertThat(replay.requests()).isEqualTo(4);
        assertThat(replay.was(Outcome.HELD)).isEqualTo(3);
        assertThat(replay.was(Outcome.APPLIED)).isEqualTo(1);
        assertThat(replay.was(Outcome.REFUSED)).isZero();
        assertThat(replay.wouldBe(Outcome.HELD)).isEqualTo(2);
        assertThat(replay.wouldBe(Outcome.APPLIED)).isEqualTo(1);
        assertThat(replay.wouldBe(Outcome.REFUSED)).isEqualTo(1);
        assertThat(replay.differing()).isEqualTo(3);
        assertThat(replay.differences())
                .extracting(it -> it.past().to() + " " + it.wouldBe().rule())
                .containsExactly("15 WITHIN_THRESHOLD", "200 OUTSIDE_LIMITS", "11 VENDOR_ALWAYS_ASKS");
    }

    @Test
    void leavesOutWhatStaffDecidedItself() {
        past(10, 15, "Microsoft", Outcome.APPLIED, Duration.ofDays(1), "APPLIED");
        plugin.jdbc.sql("update seat_request set rule = 'STAFF_DECIDES'").update();
        assertThat(trials.replay(HALF).requests()).isZero();
    }

    @Test
    void countsAllButListsOnlySoMany() {
        for (int number = 0; number < Replay.MOST_TOLD + 5; number++) {
            past(10, 11, "Microsoft", Outcome.HELD, Duration.ofMinutes(number), "APPLIED");
        }
        Replay replay = trials.replay(HALF);
        assertThat(replay.differing()).isEqualTo(Replay.MOST_TOLD + 5);
        assertThat(replay.differences()).hasSize(Replay.MOST_TOLD);
    }

    @Test
    void seesOnlyCompaniesThatTheUserMaySee() {
        past(10, 15, "Microsoft", Outcome.HELD, Duration.ofDays(1), "APPLIED");
        plugin.portal.scope = new CompanyScope.Only(Set.of());
        assertThat(trials.replay(HALF).requests()).isZero();
        assertThat(trials.subscriptions("", 0, 10)).isEmpty();
    }

    @Test
    void needsThePermission() {
        RuleRow row = subscription();
        plugin.portal.permissions.remove("manage_licensing");
        assertThatThrownBy(() -> trials.replay(HALF)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> trials.decide(row, 15, HALF)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> trials.subscriptions("", 0, 10)).isInstanceOf(PermissionDenied.class);
    }

    private RuleRow subscription() {
        return trials.subscriptions("microsoft", 0, 10).getFirst();
    }

    private void past(long from, long to, String vendor, Outcome outcome, Duration ago, String state) {
        Instant at = plugin.clock.instant().minus(ago);
        plugin.request(
                office, acme, new DecisionCase(from, to, vendor, SubscriptionRule.INHERITED, false), outcome, at, state);
    }
}
