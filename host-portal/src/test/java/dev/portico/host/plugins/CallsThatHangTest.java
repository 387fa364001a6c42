package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.portico.host.plugins.calls.Breaker;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A call that hung is not made again at once. */
class CallsThatHangTest extends GatewayUnderTest {

    private final AtomicInteger asked = new AtomicInteger();

    private void hang(String what) {
        catchThrowable(() -> plugin.callApart(what, SHORT, ALWAYS, () -> {
            asked.incrementAndGet();
            return hangs().call();
        }));
    }

    @Test
    void isNotAskedAgainForHalfAMinute() {
        hang("action x");
        clock.move(Breaker.PAUSE.minusSeconds(7));

        assertThatThrownBy(() -> plugin.callApart("action x", asked::incrementAndGet))
                .isInstanceOf(PluginCallFailed.class)
                .hasMessage("It took too long and was interrupted. It is asked again in 7 seconds.");

        assertThat(asked).hasValue(1);
        assertThat(plugin.callApart("action y", () -> "fine")).isEqualTo("fine");
        assertThat(calls()).containsExactly("action ok 1", "action refused 1", "action timeout 1");
    }

    @Test
    void isAskedAsUsualOnceItAnswers() {
        hang("action x");
        clock.move(Breaker.PAUSE);

        assertThat(plugin.callApart("action x", () -> "fine")).isEqualTo("fine");
        assertThat(plugin.callApart("action x", () -> "fine")).isEqualTo("fine");
    }

    @Test
    void isRefusedAgainIfItStillHangs() {
        hang("action x");
        clock.move(Breaker.PAUSE);
        hang("action x");
        hang("action x");

        assertThat(asked).hasValue(2);
    }

    @Test
    void makesNobodyWaitTwiceForACard() {
        hang("card");
        clock.move(Breaker.PAUSE);

        assertThatThrownBy(() -> plugin.callApartBriefly("card", () -> "fine")).hasMessageContaining("asked again");

        await().until(() -> plugin.lastFailure().isEmpty());
        assertThat(plugin.callApartBriefly("card", () -> "fine")).isEqualTo("fine");
    }

    @Test
    void getsNoFourthThreadWhileThreeAreBusy() {
        for (int time = 0; time < 5; time++) {
            catchThrowable(() -> plugin.callApart("action x", SHORT, ALWAYS, () -> {
                asked.incrementAndGet();
                return hangsWhateverComes().call();
            }));
            clock.move(Breaker.PAUSE);
        }
        assertThat(asked).hasValue(3);
        assertThat(plugin.abandonedCalls()).isEqualTo(3);
    }

    @Test
    void doesNotKeepThePluginFromBeingStopped() {
        hang("stop");

        assertThat(plugin.callApart("stop", () -> "fine")).isEqualTo("fine");
    }
}
