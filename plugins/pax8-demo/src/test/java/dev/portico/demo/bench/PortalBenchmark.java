package dev.portico.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures of the whole product: the portal's jar with the plugin's jar and the embedded PostgreSQL in it, against the
 * sandbox of size L without added latency, all as processes on this machine. Runs by {@code ./mvnw -Pbench} only.
 *
 * <p><b>Starts</b>: from the start of the process to the first 200 of {@code /actuator/health/readiness}, which is
 * asked every 100 ms. A first start has an empty data folder: it unpacks PostgreSQL, makes its cluster, migrates, and
 * installs and starts the plugin. A later start follows on the orderly end of that portal. Files that an earlier round
 * has read are in the memory of the operating system.
 *
 * <p><b>First sync</b>: companies, products and subscriptions of all companies, from an empty plugin schema. Measured
 * is the time in which at least one of the three jobs runs, by the portal's own history of runs; companies and products
 * run at the same time. Connecting (by OAuth), waiting for a worker, and mapping (all companies, written past the
 * portal) are not in it. All that the product does for a page is: budget of calls, token, checks, upsert, progress,
 * cancellation, and at the end the products that only subscriptions name, one call each.
 *
 * <p><b>Floor</b>: the same list pages, one after the other, over the same HTTP client ({@code java.net.http}), read by
 * Jackson, the fields the portal keeps copied as text with {@code COPY} into an unlogged table without keys in the same
 * database.
 *
 * <p>A sync in a portal that has just been installed runs code that is not compiled yet; it is compared with the first
 * pass of the floor, which is in the same position. Further syncs, from emptied tables in the same portal, are compared
 * with further passes; their medians count. The portal limits its own calls to Pax8 to 600 a minute, which at this size
 * takes longer than the work: one first sync has that limit, as installed, the others have it lifted. The sandbox has
 * answered all pages before anything but that limited sync is measured.
 */
class PortalBenchmark {

    private static final int STARTS = 3;
    private static final int WARM_ROUNDS = 5;

    @TempDir
    Path folder;

    @AfterAll
    static void report() throws IOException {
        Report.RUN.write();
    }

    @Test
    void starts() throws InterruptedException {
        List<Double> first = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        for (int round = 0; round < STARTS; round++) {
            try (PortalUnderTest portal = new PortalUnderTest(folder.resolve("start" + round))) {
                first.add(portal.start(List.of()));
                portal.stop();
                later.add(portal.start(List.of()));
            }
        }
        Report.RUN.starts("First start", first);
        Report.RUN.starts("Later start", later);
    }

    @Test
    void firstSyncs() throws Exception {
        try (PortalUnderTest limited = new PortalUnderTest(folder.resolve("limited"));
                PortalUnderTest unlimited = new PortalUnderTest(folder.resolve("unlimited"));
                SandboxUnderTest sandbox = new SandboxUnderTest(folder)) {
            sandbox.start(limited, unlimited);
            limited.start(sandbox.portalSettings());
            Measured asInstalled = firstSync(limited);
            limited.stop();
            List<String> settings = new ArrayList<>(sandbox.portalSettings());
            settings.add("--portico.plugins.settings.pax8.calls-per-minute=6000000");
            unlimited.start(settings);
            comparedWithTheFloor(asInstalled, sandbox, unlimited);
        }
    }

    private static Measured firstSync(PortalUnderTest portal) throws Exception {
        try (FirstSync sync = new FirstSync(portal)) {
            return sync.connectAndSync();
        }
    }

    private static void comparedWithTheFloor(Measured asInstalled, SandboxUnderTest sandbox, PortalUnderTest portal)
            throws Exception {
        List<Measured> floors = new ArrayList<>();
        List<Measured> syncs = new ArrayList<>();
        try (FirstSync sync = new FirstSync(portal);
                Floor floor = new Floor(sandbox.url(), portal.database())) {
            Measured coldFloor = floor.pass();
            Measured coldSync = sync.connectAndSync();
            for (int round = 0; round < WARM_ROUNDS; round++) {
                floors.add(floor.pass());
                syncs.add(sync.syncAgainFromNothing());
            }
            assertThat(syncs).extracting(Measured::rows).containsOnly(coldFloor.rows());
            Report.RUN.sync("As installed, 600 calls a minute", List.of(asInstalled), List.of(coldFloor));
            Report.RUN.sync("Limit lifted, portal just installed", List.of(coldSync), List.of(coldFloor));
            Report.RUN.sync("Limit lifted, portal warm", syncs, floors);
        }
    }
}
