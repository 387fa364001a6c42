package dev.portico.host.plugins.unload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UnloadWatchTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = NOON;
    private final UnloadWatch watch = new UnloadWatch(new MovableClock(), meters);

    @Test
    void tellsOfALoaderThatIsStillAliveAfterAWhile() {
        ClassLoader held = new URLClassLoader(new URL[0]);
        watch.watch("pax8", "1.0.0", held);

        assertThat(watch.lingering(Duration.ofMinutes(3))).isEmpty();
        assertThat(lingering()).isZero();

        now = NOON.plus(Duration.ofMinutes(4));
        assertThat(watch.lingering(Duration.ofMinutes(3))).containsExactly(new Lingering("pax8", "1.0.0", NOON));
        assertThat(lingering()).isEqualTo(1);
        assertThat(held.getParent()).isNotNull();
    }

    @Test
    void forgetsALoaderAndItsMeterWhenItWasCollected() {
        watch.watch("pax8", "1.0.0", new URLClassLoader(new URL[0]));
        now = NOON.plus(Duration.ofMinutes(4));

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return watch.lingering(Duration.ZERO).isEmpty();
        });
        assertThat(meters.find(UnloadWatch.LINGERING).meters()).isEmpty();
    }

    @Test
    void asksTheCollectorBeforeItTellsOfALoader() {
        watch.watch("pax8", "1.0.0", new URLClassLoader(new URL[0]));
        now = NOON.plus(UnloadWatch.PATIENCE).minusSeconds(10);

        watch.collect();

        await().atMost(Duration.ofSeconds(10)).until(() -> watch.lingering(Duration.ZERO).isEmpty());
    }

    @Test
    void countsEachPluginForItself() {
        ClassLoader held = new URLClassLoader(new URL[0]);
        watch.watch("pax8", "1.0.0", held);
        watch.watch("pax8", "1.1.0", held);
        watch.watch("other", "1.0.0", held);
        now = NOON.plus(Duration.ofMinutes(4));

        assertThat(lingering()).isEqualTo(2);
        assertThat(meters.get(UnloadWatch.LINGERING).tag("plugin", "other").gauge().value()).isEqualTo(1);
        assertThat(held.getParent()).isNotNull();
    }

    private double lingering() {
        return meters.get(UnloadWatch.LINGERING).tag("plugin", "pax8").gauge().value();
    }

    private final class MovableClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
