package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.portico.api.host.PermissionDenied;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a fault of a plugin. */
class CallsThatFailTest extends GatewayUnderTest {

    static List<Callable<String>> troubles() {
        return List.of(
                () -> {
                    throw new IllegalStateException("broken");
                },
                () -> {
                    throw new AssertionError("broken");
                },
                () -> {
                    throw new OutOfMemoryError("broken");
                },
                () -> {
                    throw new NoClassDefFoundError("broken");
                },
                () -> {
                    throw new IllegalStateException("outer", new StackOverflowError("broken"));
                });
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void isAFailureOfThePluginAndNothingElse(Callable<String> trouble) {
        assertThatThrownBy(() -> plugin.call("screen x", trouble))
                .isInstanceOf(PluginCallFailed.class)
                .hasMessage("broken")
                .hasNoCause();
        assertThatThrownBy(() -> plugin.callApart("card", trouble))
                .isInstanceOf(PluginCallFailed.class)
                .hasMessage("broken")
                .hasNoCause();
        assertThat(calls()).containsExactly("card error 1", "screen error 1");
    }

    @Test
    void isAlsoEndlessRecursionAndNull() {
        assertThatThrownBy(() -> plugin.callApart("card", this::recursion)).hasMessage("StackOverflowError");
        assertThatThrownBy(() -> plugin.callApart("card", () -> null)).hasMessageContaining("answered nothing");
        assertThatThrownBy(() -> plugin.call("screen x", () -> null)).hasMessageContaining("answered nothing");
    }

    private int recursion() {
        return recursion() + 1;
    }

    @Test
    void isNotAPermissionThatTheUserLacks() {
        Callable<String> work = () -> {
            throw new PermissionDenied("read_things") {};
        };

        assertThatThrownBy(() -> plugin.callApart("action x", work)).isExactlyInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> plugin.call("screen x", work)).isExactlyInstanceOf(PermissionDenied.class);
        assertThat(plugin.lastFailure()).isEmpty();
        assertThat(calls()).containsExactly("action denied 1", "screen denied 1");
    }

    @Test
    void isRememberedUntilTheSameCallGoesWell() {
        catchThrowable(() -> plugin.call("screen x", () -> null));
        plugin.callApart("card", () -> "fine");
        assertThat(plugin.lastFailure()).hasValueSatisfying(it -> assertThat(it.what()).isEqualTo("screen x"));

        plugin.call("screen x", () -> "fine");

        assertThat(plugin.lastFailure()).isEmpty();
        assertThat(plugin.health().lastFailure()).hasValueSatisfying(it -> assertThat(it.what()).isEqualTo("screen x"));
    }

    @Test
    void isRememberedOfTheNewestTwentyOnly() {
        for (int number = 0; number < 50; number++) {
            String what = "screen " + number + "x".repeat(1000);
            catchThrowable(() -> plugin.call(what, () -> null));
        }
        for (int number = 49; number >= 30; number--) {
            String what = "screen " + number + "x".repeat(1000);
            assertThat(plugin.lastFailure()).isPresent();
            plugin.call(what, () -> "fine");
        }
        assertThat(plugin.lastFailure()).isEmpty();
        assertThat(calls()).containsExactly("screen error 50", "screen ok 20");
    }
}
