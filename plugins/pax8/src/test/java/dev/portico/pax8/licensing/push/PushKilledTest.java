package dev.portico.pax8.licensing.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.push.PushNode.Death;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.data.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The push is killed again and again while it writes to a Pax8 that has faults of its own. */
class PushKilledTest {

    private static final int REQUESTS = 200;
    private static final int KILLS = 10;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndDoesNothingTwiceHoweverOftenItIsKilled() throws Exception {
        try (RunningSandbox sandbox = Sandbox.start(
                        "sandbox.size=M", "sandbox.behaviour.status-delay-millis=300", "sandbox.behaviour.late-quantity=true")) {
            PushPortal.Database database = PushPortal.Database.migrated();
            try (PushPortal portal = new PushPortal(database, sandbox.baseUrl())) {
                Portfolios portfolio = new Portfolios(portal, sandbox);
                List<Subscription> subscriptions = portfolio.changeable(REQUESTS);
                subscriptions.forEach(subscription -> portfolio.ask(subscription, subscription.quantity() + 2L));
                Trouble.on(sandbox.faults());
                long start = System.nanoTime();
                Random random = new Random(42);
                Path output = folder.resolve("nodes.txt");
                int killed = 0;
                for (int node = 0; node < KILLS; node++) {
                    Death death = Death.values()[node % 3];
                    // why so few writes: each node must find something left to do
                    Process process =
                            PushNode.start(database, sandbox.baseUrl(), death, 3 + random.nextInt(8), output);
                    if (death == Death.ANYWHERE) {
                        awaitWrites(portal, process);
                        process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
                        process.destroyForcibly();
                    }
                    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
                    assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(137);
                    killed++;
                    long applying = portal.jdbc
                            .sql("select count(*) from seat_request where state = 'APPLYING'")
                            .query(Long.class)
                            .single();
                    assertThat(applying).as("under way at kill %d", killed).isPositive();
                }
                Process last = PushNode.start(database, sandbox.baseUrl(), Death.ANYWHERE, Integer.MAX_VALUE, output);
                boolean ended = last.waitFor(Duration.ofSeconds(240).toSeconds(), TimeUnit.SECONDS);
                last.destroyForcibly();
                System.out.println("PUSH killed " + killed + " times took " + (System.nanoTime() - start) / 1_000_000
                        + " ms: " + portfolio.states() + ", repeated " + portfolio.repeated());
                assertThat(ended).as(Files.readString(output)).isTrue();
                portfolio.assertThatNothingIsLostAndNothingIsDoneTwice();
            }
        }
    }

    /** Waits until the process has begun to write. */
    private static void awaitWrites(PushPortal portal, Process process) throws InterruptedException {
        long before = writes(portal);
        while (process.isAlive() && writes(portal) < before + 2) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private static long writes(PushPortal portal) {
        return portal.jdbc.sql("select count(*) from seat_request_step where step = 'SEND'").query(Long.class).single();
    }
}
