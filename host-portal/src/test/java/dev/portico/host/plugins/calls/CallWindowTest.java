package dev.portico.host.plugins.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.host.plugins.calls.CallWindow.Totals;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallWindowTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:30Z");

    private final CallWindow window = new CallWindow();

    @Test
    void sumsTheLastSixtyMinutes() {
        window.add(NOON, Duration.ofMillis(20), false);
        window.add(NOON.plusSeconds(90), Duration.ofMillis(70), true);
        window.add(NOON.plusSeconds(91), Duration.ofMillis(10), false);

        assertThat(window.totals(NOON.plusSeconds(120))).isEqualTo(new Totals(3, 1, Duration.ofMillis(70)));
    }

    @Test
    void forgetsWhatIsOlder() {
        window.add(NOON, Duration.ofMillis(20), true);
        window.add(NOON.plusSeconds(60), Duration.ofMillis(10), false);

        assertThat(window.totals(NOON.plus(Duration.ofMinutes(59))).calls()).isEqualTo(2);
        assertThat(window.totals(NOON.plus(Duration.ofMinutes(60)))).isEqualTo(new Totals(1, 0, Duration.ofMillis(10)));
        assertThat(window.totals(NOON.plus(Duration.ofMinutes(61)))).isEqualTo(Totals.NONE);
    }

    @Test
    void countsAnewWhereAnHourWasCountedBefore() {
        window.add(NOON, Duration.ofMillis(20), true);
        Instant later = NOON.plus(Duration.ofMinutes(60));
        window.add(later, Duration.ofMillis(5), false);

        assertThat(window.totals(later)).isEqualTo(new Totals(1, 0, Duration.ofMillis(5)));
    }
}
