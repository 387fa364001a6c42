package dev.portico.pax8.licensing.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.job.JobOutcome;
import dev.portico.pax8.fixtures.RecordedNotifications.Told;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.licensing.requests.RequestStep;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A push over a database of its own, with a Pax8 that answers as each test wants. */
abstract class PushUnderTest {

    final ScreensUnderTest plugin = new ScreensUnderTest();
    final RequestsInTest requests = new RequestsInTest(plugin);
    final SeatsAtPax8 pax8 = new SeatsAtPax8(plugin, requests.pax8);

    @BeforeEach
    void connect() {
        plugin.connect();
        pax8.seats.put(requests.subscription, 10L);
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    void push() throws Exception {
        assertThat(plugin.bean(PushJob.class).run(new RecordedRun())).isInstanceOf(JobOutcome.Succeeded.class);
    }

    void forward(long seconds) {
        plugin.clock.forward(Duration.ofSeconds(seconds));
    }

    SeatRequest now(SeatRequest request) {
        return plugin.bean(RequestQueries.class).find(request.id()).orElseThrow();
    }

    List<Step> steps(SeatRequest request) {
        return plugin.bean(RequestQueries.class).history(request.id()).stream().map(RequestStep::step).toList();
    }

    long syncedSeats() {
        return plugin.jdbc.sql("select quantity from subscription where id = ?")
                .param(requests.subscription)
                .query(Long.class)
                .single();
    }

    List<String> told() {
        return plugin.host.notifications.told.stream()
                .map((Told told) -> told.whom() + ": " + told.notice().title())
                .toList();
    }
}
