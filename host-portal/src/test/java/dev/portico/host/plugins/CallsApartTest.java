package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.portico.host.security.Acting;
import dev.portico.host.texts.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Calls of a plugin on a thread of its own. */
class CallsApartTest extends GatewayUnderTest {

    @Test
    void isMadeOnADaemonThreadOfItsOwn() {
        Thread thread = plugin.callApart("card", Thread::currentThread);

        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.getName()).isEqualTo("plugin-thing-card");
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.isVirtual()).isFalse();
        await().until(() -> !thread.isAlive());
    }

    @Test
    void runsWithThePluginsLoaderAndNamesItInTheLog() {
        List<Object> seen = plugin.callApart("card", () -> List.of(
                Thread.currentThread().getContextClassLoader(), MDC.get("plugin"), MDC.get("pluginVersion")));

        assertThat(seen).containsExactly(TestPlugin.class.getClassLoader(), "thing", "1.2.3");
        assertThat(MDC.get("plugin")).isNull();
    }

    @Test
    void takesTheSignedInUserAlong() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of()));

        assertThat(plugin.<String>callApart("card", () -> {
            String name = SecurityContextHolder.getContext().getAuthentication().getName();
            SecurityContextHolder.getContext().setAuthentication(null);
            return name;
        })).isEqualTo("ada");
        assertThat(SecurityContextHolder.getContext().getAuthentication().getName()).isEqualTo("ada");
    }

    @Test
    void actsAsThePortalOnlyIfItsCallerDoes() throws Exception {
        assertThat(plugin.callApart("card", Acting::isSystem)).isFalse();
        assertThat(Acting.asSystem(() -> plugin.callApart("card", Acting::isSystem))).isTrue();
    }

    @Test
    void speaksTheUsersLanguage() throws Exception {
        assertThat(Texts.inLocale(Locale.GERMANY, () -> plugin.callApart("card", Texts::locale)))
                .isEqualTo(Locale.GERMANY);
        assertThat(plugin.callApart("card", Texts::locale)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void staysOnItsThreadInsideOfAnother() {
        Thread[] threads = plugin.callApart("card", () -> new Thread[] {
            Thread.currentThread(), plugin.callApart("action x", Thread::currentThread)
        });

        assertThat(threads[1]).isSameAs(threads[0]);
    }

    @Test
    void hasAThreadOfItsOwnInsideOfACallOfAnotherPlugin() {
        RunningPlugin other = plugin("other");

        String name = plugin.callApart(
                "card", () -> other.callApart("card", () -> Thread.currentThread().getName()));

        assertThat(name).isEqualTo("plugin-other-card");
    }

    @Test
    void isInterruptedAtTheLimit() {
        assertThatThrownBy(() -> plugin.callApart("start", SHORT, ALWAYS, hangs()))
                .isInstanceOf(PluginCallFailed.class)
                .hasMessage("It took too long and was interrupted");
        assertThat(plugin.abandonedCalls()).isZero();
    }

    @Test
    void isAbandonedIfItIgnoresThat() {
        assertThatThrownBy(() -> plugin.callApart("start", SHORT, ALWAYS, hangsWhateverComes()))
                .isInstanceOf(PluginCallFailed.class)
                .hasMessage("It took too long and ignores that it was interrupted");
        assertThat(plugin.abandonedCalls()).isOne();
        assertThat(registry.get("portico.plugin.abandoned").tag("plugin", "thing").gauge().value()).isOne();

        end.set(true);

        await().until(() -> plugin.abandonedCalls() == 0);
        assertThat(registry.get("portico.plugin.abandoned").gauge().value()).isZero();
        assertThat(calls()).containsExactly("start timeout 1");
    }

    @Test
    void endsOnceItIsNotWantedAnyMore() {
        AtomicBoolean wanted = new AtomicBoolean(true);

        assertThatThrownBy(() -> plugin.callApart("start", Duration.ZERO, wanted::get, () -> {
                    wanted.set(false);
                    return hangs().call();
                }))
                .isInstanceOf(PluginCallFailed.class)
                .hasMessageContaining("no longer wanted");
        assertThat(plugin.lastFailure()).isEmpty();
        assertThat(calls()).containsExactly("start cancelled 1");
    }

    @Test
    void isInterruptedWithItsCallerWhoStaysInterrupted() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Boolean> callerStill = new CompletableFuture<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            Throwable failure = catchThrowable(() -> plugin.callApart("start", Duration.ZERO, ALWAYS, () -> {
                called.countDown();
                try {
                    return hangs().call();
                } catch (InterruptedException e) {
                    interrupted.complete(true);
                    throw e;
                }
            }));
            callerStill.complete(failure instanceof PluginCallFailed && Thread.currentThread().isInterrupted());
        });
        called.await();

        caller.interrupt();

        assertThat(interrupted.get()).isTrue();
        assertThat(callerStill.get()).isTrue();
    }
}
