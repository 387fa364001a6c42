package dev.portico.pax8.licensing.renewals;

import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.ALL;
import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.OPEN;
import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.renewals.RenewalFilter.Show;
import dev.portico.pax8.licensing.renewals.RenewalFilter.Sort;
import org.junit.jupiter.api.Test;

/** A product whose renewals nobody has to decide. */
class MutedProductTest extends RenewalsOverADatabase {

    @Test
    void needsNoDecisionUntilItIsUnmuted() {
        test.teamsOfAlder(TODAY.plusDays(9));
        test.acrobatOfBirch(TODAY.plusDays(9));

        test.renewals().mute(test.teams, "Teams");
        test.renewals().mute(test.teams, "Teams");
        assertThat(test.renewals().page(OPEN, Sort.DAY, true, 0, 10)).extracting(Renewal::product).containsExactly("Acrobat");
        assertThat(test.renewals().page(ALL.show(Show.MUTED), Sort.DAY, true, 0, 10))
                .extracting(Renewal::product)
                .containsExactly("Teams");

        test.renewals().unmute(test.teams, "Teams");
        assertThat(test.renewals().count(OPEN)).isEqualTo(2);
        assertThat(test.plugin.host.audit).contains("renewal.muted ", "renewal.unmuted ");
    }
}
