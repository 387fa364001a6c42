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
 * <p><b>Starts</b>: from the start of the process to the first 200 of {@code /actuator/health/readiness}, which is asked
 * every 100 ms. A first start has an empty data folder: it unpacks PostgreSQL, makes its cluster, migrates, and installs
 * and starts the plugin. A later start follows on the orderly end of that portal. The median of {@value #STARTS} each.
 * Files of earlier rounds are in the memory of the operating system.
 *
 * <p><b>First sync</b>: companies, products and subscriptions of all companies, from an empty plugin schema. Measured is
 * the time in which at least one of the three jobs runs, by the portal's own history of runs; companies and products run
 * at the same time. Connecting (by OAuth), waiting for a worker, and mapping (all companies, written past the portal) are
 * not in it. Everything the product does for a page is: budget of calls, token, checks, upsert, progress, cancellation,
 * and at the end the products that only subscriptions name, one call each.
 *
 * <p><b>Floor</b>: the same list pages, one after the other, over the same HTTP client ({@code java.net.http}), read by
 * Jackson, every field copied as text with {@code COPY} into an unlogged table without keys in the same database. It runs
 * between the syncs; once before, unmeasured, to warm up the sandbox. The ratio is floor time divided by sync time.
 *
 * <p>The first figure of a sync is of a portal that has just been installed, whose code is not compiled yet; the warm one
 * is the median of the following ones in the same portal. The portal limits its own calls to Pax8 to 600 a minute, which
 * at this size takes longer than the work; the first sync is measured with that limit too.
 */
class PortalBenchmark {

    private static final int STARTS = 3;
    private static final int ROUNDS = 5;

    private static final Report REPORT = new Report(Machine.describe());

    @TempDir
    Path folder;

    @AfterAll
    static void report() throws IOException {
        REPORT.write(Path.of(System.getProperty("portico.bench.report")));
    }

    @Test
    void starts() throws InterruptedException, IOException {
        List<Double> first = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        for (int round = 0; round < STARTS; round++) {
            try (PortalUnderTest portal = new PortalUnderTest(folder.resolve("start" + round))) {
                first.add(portal.start(List.of()));
                portal.stop();
                later.add(portal.start(List.of()));
            }
        }
        REPORT.starts("First start to ready", first);
        REPORT.starts("Later start to ready", later);
    }

    @Test
    void firstSyncWithTheLimitOfCalls() throws Exception {
        try (SandboxUnderTest sandbox = new SandboxUnderTest(folder.resolve("limited"));
                PortalUnderTest portal = new PortalUnderTest(folder.resolve("limited"))) {
            sandbox.start(portal);
            portal.start(sandbox.portalSettings());
            try (FirstSync sync = new FirstSync(portal)) {
                REPORT.syncs("First sync, at most 600 calls a minute", List.of(sync.connectAndSync()));
            }
        }
    }

    @Test
    void firstSyncsWithoutTheLimit() throws Exception {
        try (SandboxUnderTest sandbox = new SandboxUnderTest(folder.resolve("unlimited"));
                PortalUnderTest portal = new PortalUnderTest(folder.resolve("unlimited"))) {
            sandbox.start(portal);
            List<String> settings = new ArrayList<>(sandbox.portalSettings());
            settings.add("--portico.plugins.settings.pax8.calls-per-minute=6000000");
            portal.start(settings);
            try (FirstSync sync = new FirstSync(portal);
                    Floor floor = new Floor(sandbox.url(), portal.database())) {
                floor.pass();
                List<Measured> floors = new ArrayList<>(List.of(floor.pass()));
                Measured cold = sync.connectAndSync();
                List<Measured> warm = new ArrayList<>();
                for (int round = 1; round < ROUNDS; round++) {
                    floors.add(floor.pass());
                    warm.add(sync.syncAgainFromNothing());
                }
                assertThat(floors).extracting(Measured::rows).containsOnly(cold.rows());
                REPORT.syncs("First sync, no limit, portal just installed", List.of(cold));
                REPORT.syncs("First sync, no limit, portal warm", warm);
                REPORT.floor(floors);
            }
        }
    }
}
