package dev.portico.pax8.licensing.renewals;

import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.OPEN;
import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Questions to clients about a renewal. */
class RenewalQuestionsTest extends RenewalsOverADatabase {

    private final UUID subscription = test.teamsOfAlder(TODAY.plusDays(9));
    private final Renewal.Key renewal = new Renewal.Key(subscription, TODAY.plusDays(10));

    @Test
    void isAskedWithANoticeAndStaysOpenUntilItIsAnswered() {
        assertThat(test.renewals().ask(renewal)).isTrue();

        assertThat(test.renewals().count(OPEN)).isEqualTo(1);
        assertThat(test.all().getFirst().answer().orElseThrow().answer()).isEqualTo(RenewalAnswer.ASKED);
        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.whom()).isEqualTo("client " + test.alder + " write_licensing");
            assertThat(told.notice().title()).isEqualTo("Teams renews or ends on Mar 11");
            assertThat(told.notice().text()).contains("Keep all 10 seats");
            assertThat(told.notice().path()).isEqualTo("my/licenses");
        });
        assertThat(test.plugin.host.audit).anyMatch(line -> line.startsWith("renewal.asked"));
    }

    @Test
    void canBeRepeatedOnALaterDay() {
        test.renewals().ask(renewal);
        test.plugin.clock.forward(Duration.ofDays(1));
        test.renewals().ask(renewal);

        assertThat(told()).extracting(told -> told.notice().key()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void isNotAskedAgainOnceItIsAnswered() {
        test.renewals().ask(renewal);
        test.asClient(test.alder).keep(subscription, renewal.day());
        test.asStaff();

        assertThat(test.renewals().ask(renewal)).isFalse();
        assertThat(test.all().getFirst().answer().orElseThrow().answer()).isEqualTo(RenewalAnswer.KEEP);
    }

    @Test
    void isNotAskedOfWhatIsNotThereOrOutOfSight() {
        assertThat(test.renewals().ask(new Renewal.Key(subscription, TODAY))).isFalse();
        test.plugin.portal.scope = new CompanyScope.Only(Set.of(test.birch));
        assertThat(test.renewals().ask(renewal)).isFalse();
        assertThat(told()).isEmpty();
        assertThat(test.plugin.count("renewal_answer")).isZero();
    }

    @Test
    void needsManageLicensing() {
        test.plugin.portal.permissions.remove("manage_licensing");

        assertThatThrownBy(() -> test.renewals().ask(renewal)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> test.renewals().mute(test.teams, "Teams")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> test.renewals().unmute(test.teams, "Teams")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> test.renewals().schedule(test.all().getFirst(), "")).isInstanceOf(PermissionDenied.class);
    }
}
