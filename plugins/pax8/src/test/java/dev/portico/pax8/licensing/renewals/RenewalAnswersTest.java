package dev.portico.pax8.licensing.renewals;

import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.ALL;
import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.OPEN;
import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.renewals.RenewalFilter.Show;
import dev.portico.pax8.licensing.requests.RequestResult;
import dev.portico.pax8.licensing.requests.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the answer of a client. */
class RenewalAnswersTest extends RenewalsOverADatabase {

    private final UUID subscription = test.teamsOfAlder(TODAY.plusDays(9));
    private final LocalDate day = TODAY.plusDays(10);

    RenewalAnswersTest() {
        test.renewals().ask(new Renewal.Key(subscription, day));
    }

    @Test
    void isGivenByTheClientAndToldToStaff() {
        RenewalsOfClient mine = test.asClient(test.alder);
        assertThat(mine.asked()).singleElement().satisfies(renewal -> {
            assertThat(renewal.product()).isEqualTo("Teams");
            assertThat(renewal.answer()).isEqualTo(RenewalAnswer.ASKED);
        });

        assertThat(mine.reduce(subscription, day, 5)).isEqualTo(new RenewalsOfClient.Result.Saved("Reduce to 5 seats"));

        assertThat(mine.asked()).singleElement().extracting(ClientRenewal::wantedSeats).isEqualTo(Optional.of(5L));
        assertThat(told().getLast()).satisfies(told -> {
            assertThat(told.whom()).isEqualTo("holders manage_licensing " + test.alder);
            assertThat(told.notice().title()).isEqualTo("Alder: Reduce to 5 seats");
        });
        assertThat(test.plugin.host.notifications.settled).containsExactly("renewal-" + subscription + "-" + day);
        test.asStaff();
        assertThat(test.renewals().count(OPEN)).isZero();
        assertThat(test.renewals().count(ALL.show(Show.ANSWERED))).isEqualTo(1);
    }

    @Test
    void canBeChanged() {
        RenewalsOfClient mine = test.asClient(test.alder);
        mine.reduce(subscription, day, 5);
        mine.cancel(subscription, day);

        assertThat(mine.asked()).singleElement().satisfies(renewal -> {
            assertThat(renewal.answer()).isEqualTo(RenewalAnswer.CANCEL);
            assertThat(renewal.wantedSeats()).isEmpty();
        });
        assertThat(told()).extracting(told -> told.notice().title()).contains("Alder: Let it end");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 10, 11})
    void mustBeFewerSeatsButSome(long seats) {
        assertThat(test.asClient(test.alder).reduce(subscription, day, seats))
                .isEqualTo(new RenewalsOfClient.Result.Refused(
                        "Enter a number from 1 to 9; to have none, let it end."));
    }

    @Test
    void isNotTakenFromAnotherCompanyOrToWhatWasNotAsked() {
        RenewalsOfClient others = test.asClient(test.birch);
        assertThat(others.asked()).isEmpty();
        assertThat(others.keep(subscription, day)).isInstanceOf(RenewalsOfClient.Result.Refused.class);
        assertThat(test.asClient(test.alder).keep(subscription, day.plusDays(1)))
                .isInstanceOf(RenewalsOfClient.Result.Refused.class);
        test.asStaff();
        assertThat(test.all().getFirst().answer().orElseThrow().answer()).isEqualTo(RenewalAnswer.ASKED);
    }

    @Test
    void isNotTakenAfterTheDay() {
        test.plugin.clock.forward(Duration.ofDays(11));

        assertThat(test.asClient(test.alder).keep(subscription, day)).isInstanceOf(RenewalsOfClient.Result.Refused.class);
    }

    @Test
    void needsWriteLicensingAndAClient() {
        assertThatThrownBy(() -> test.plugin.bean(RenewalsOfClient.class).keep(subscription, day))
                .isInstanceOf(PermissionDenied.class);
        RenewalsOfClient mine = test.asClient(test.alder);
        test.plugin.portal.permissions.remove("write_licensing");
        assertThatThrownBy(() -> mine.keep(subscription, day)).isInstanceOf(PermissionDenied.class);
        assertThat(mine.mayAnswer()).isFalse();
    }

    @Test
    void becomesARequestForTheDayOfTheRenewal() {
        test.asClient(test.alder).reduce(subscription, day, 5);
        test.asStaff();

        RequestResult result = test.renewals().schedule(test.all().getFirst(), "As the client wants");

        assertThat(result).isInstanceOfSatisfying(RequestResult.Done.class, done -> {
            assertThat(done.request().state()).isEqualTo(RequestState.SCHEDULED);
            assertThat(done.request().wantedSeats()).isEqualTo(5);
            assertThat(done.request().scheduledFor()).contains(Instant.parse("2026-03-11T00:00:00Z"));
        });
        assertThat(test.all().getFirst().openRequest()).isTrue();
    }
}
