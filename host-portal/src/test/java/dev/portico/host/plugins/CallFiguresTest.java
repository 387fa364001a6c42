package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Meter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is counted of the calls of a plugin. */
class CallFiguresTest extends GatewayUnderTest {

    @Test
    void areOfTheLastHour() {
        plugin.callApart("card", () -> "fine");
        catchThrowable(() -> plugin.call("screen x", () -> null));
        assertThat(plugin.health().calls()).isEqualTo(2);
        assertThat(plugin.health().errors()).isOne();
        assertThat(plugin.health().slowest()).isPositive();

        clock.move(Duration.ofMinutes(61));

        assertThat(plugin.health().calls()).isZero();
        assertThat(plugin.health().lastFailure()).isPresent();
    }

    @Test
    void goWithThePluginAndDoNotComeBackWithALateCall() {
        RunningPlugin other = plugin("other");
        other.call("screen x", () -> "fine");
        plugin.callApart("card", () -> "fine");

        plugin.calls().close();
        plugin.callApart("card", () -> "fine");
        catchThrowable(() -> plugin.call("screen x", () -> null));

        assertThat(registry.getMeters()).extracting(Meter::getId)
                .isNotEmpty()
                .allMatch(meter -> "other".equals(meter.getTag("plugin")) && "1.2.3".equals(meter.getTag("version")));
    }
}
