package dev.portico.host.jobs;

import dev.portico.host.database.TestDatabase;

/** One portal for all tests that do not stop it; it ends with the JVM. */
public final class SharedPortal {

    private static final class Holder {
        static final TestPortal PORTAL = TestPortal.start(TestDatabase.migrated());
    }

    private SharedPortal() {}

    public static TestPortal get() {
        return Holder.PORTAL;
    }
}
