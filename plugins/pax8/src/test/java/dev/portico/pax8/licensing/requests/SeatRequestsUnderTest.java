package dev.portico.pax8.licensing.requests;

import dev.portico.pax8.fixtures.ScreensUnderTest;
import org.junit.jupiter.api.AfterEach;

/** The service of requests over a real database. */
abstract class SeatRequestsUnderTest {

    final ScreensUnderTest plugin = new ScreensUnderTest();
    final RequestsInTest requests = new RequestsInTest(plugin);
    final SeatRequests service = requests.service;
    final RequestQueries queries = plugin.bean(RequestQueries.class);

    @AfterEach
    void close() {
        plugin.close();
    }
}
