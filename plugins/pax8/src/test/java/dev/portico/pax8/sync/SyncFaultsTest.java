package dev.portico.pax8.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.SyncCounts;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.Rows;
import dev.portico.pax8.partner.PartnerFault;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a sync does when Pax8 does not answer as it should, or is cancelled. */
class SyncFaultsTest extends SyncUnderTest {

    @Test
    void healsInALaterRunWhenPax8WentDownAtPageThree() throws Exception {
        list("companies", FakePax8.rows(0, 900, Rows::company));
        plugin.pax8.intercept((exchange, number) -> number >= 3
                ? Optional.of(new Reply(503, "text/html", "<html>down</html>"))
                : Optional.empty());
        assertThatThrownBy(() -> run(CompanySync.class))
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("503");
        assertThat(plugin.count("company")).isEqualTo(400);

        plugin.pax8.intercept((exchange, number) -> Optional.empty());
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(900, 500, 0, 0));
    }

    @Test
    void survivesPassingFaultsOfAllKinds() throws Exception {
        list("companies", FakePax8.rows(0, 450, Rows::company));
        plugin.pax8.next(
                new Reply(429, "text/plain", "").with("Retry-After", "0"),
                new Reply(200, "text/html", "<html>"));
        assertThat(run(CompanySync.class)).isEqualTo(succeeded(450, 450, 0, 0));
    }

    @Test
    void asksForAnAdministratorWhenTheTokenWasRevoked() throws Exception {
        list("companies", FakePax8.rows(0, 450, Rows::company));
        plugin.host.renewable = false;
        plugin.pax8.intercept((exchange, number) -> number >= 2
                ? Optional.of(new Reply(401, "application/json", "{\"error\":\"invalid_token\"}"))
                : Optional.empty());

        assertThat(run(CompanySync.class)).isInstanceOfSatisfying(
                JobOutcome.Failed.class, failed -> assertThat(failed.reason()).contains("connect again"));
        assertThat(plugin.bean(Pax8Connection.class).status())
                .isInstanceOf(ConnectionStatus.ReconnectNeeded.class);
        assertThat(plugin.host.paused).isTrue();

        int calls = plugin.pax8.requests().size();
        assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Failed.class);
        assertThat(plugin.pax8.requests()).hasSize(calls);
    }

    @Test
    void goesOnWithARenewedToken() throws Exception {
        list("companies", FakePax8.rows(0, 450, Rows::company));
        plugin.pax8.intercept((exchange, number) -> number >= 2
                        && exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer oauth-token")
                ? Optional.of(new Reply(401, "application/json", "{\"error\":\"invalid_token\"}"))
                : Optional.empty());
        assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(plugin.host.oauthToken).isEqualTo("oauth-token+");
    }

    @Test
    void failsForGoodWhenPax8Refuses() throws Exception {
        plugin.pax8.next(new Reply(403, "application/json", "{\"errors\":[\"No API access\"]}"));
        assertThat(run(CompanySync.class)).isInstanceOfSatisfying(
                JobOutcome.Failed.class, failed -> assertThat(failed.reason()).contains("No API access"));
    }

    @Test
    void stopsBetweenTwoPagesWhenItIsCancelled() throws Exception {
        list("companies", FakePax8.rows(0, 900, Rows::company));
        run.cancelAfterPages = 2;
        assertThat(run(CompanySync.class)).isEqualTo(new JobOutcome.Cancelled(new SyncCounts(600, 600, 0, 0)));
        assertThat(plugin.pax8.requests()).hasSize(3);
        assertThat(plugin.count("company")).isEqualTo(600);
    }
}
