package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Calls of a plugin that are made where the caller is. */
class CallsOnTheCallersThreadTest extends GatewayUnderTest {

    @Test
    void isInterruptedAtTheLimitAndLeavesNoMark() {
        assertThatThrownBy(() -> gateway.call(plugin, "screen x", SHORT, hangs()))
                .hasMessage("It took too long and was interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(MDC.get("plugin")).isNull();
    }

    @Test
    void leavesNoInterruptionThatThePluginMade() {
        plugin.call("screen x", () -> {
            Thread.currentThread().interrupt();
            return "fine";
        });

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void tellsWhoRunsAJobThatItWasInterrupted() {
        assertThatThrownBy(() -> plugin.callWithoutLimit("job x", () -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(PluginCallFailed.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(plugin.lastFailure()).isEmpty();
    }
}
