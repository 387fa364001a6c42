package dev.portico.pax8.licensing.renewals;

import dev.portico.pax8.fixtures.RecordedNotifications.Told;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Renewals over a database of their own. */
abstract class RenewalsOverADatabase {

    final RenewalsUnderTest test = new RenewalsUnderTest();

    @AfterEach
    void close() {
        test.close();
    }

    List<Told> told() {
        return test.plugin.host.notifications.told;
    }
}
