package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.portico.api.host.PermissionDenied;
import dev.portico.host.plugins.calls.Code;
import dev.portico.host.plugins.calls.Breaker;
import dev.portico.host.plugins.calls.PluginMetrics;
import dev.portico.host.security.Acting;
import dev.portico.host.texts.Texts;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class PluginGatewayTest {

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final BooleanSupplier ALWAYS = () -> true;

    private final MovedClock clock = new MovedClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PluginMetrics metrics = new PluginMetrics(registry);
    private final PluginGateway gateway = new PluginGateway(
            clock,
            metrics,
            new Binder(new MapConfigurationPropertySource(Map.of("portico.plugins.card-limit", "150ms")))
                    .bindOrCreate("portico.plugins", PluginsProperties.class));
    private final AtomicBoolean end = new AtomicBoolean();
    private final RunningPlugin plugin = plugin("thing");

    private RunningPlugin plugin(String id) {
        return new RunningPlugin(
                new PluginCode(id, "1.2.3", "0"),
                new TestPlugin(),
                new AnnotationConfigApplicationContext(),
                gateway.open(new Code(id, "1.2.3", TestPlugin.class.getClassLoader())),
                gateway,
                Duration.ofSeconds(10));
    }

    @AfterEach
    void endWhatHangs() {
        end.set(true);
        gateway.destroy();
        SecurityContextHolder.clearContext();
    }

    private Callable<String> hangs() {
        return () -> {
            new CountDownLatch(1).await();
            return "never";
        };
    }

    private Callable<String> hangsWhateverComes() {
        return () -> {
            while (!end.get()) {
                Thread.interrupted();
                LockSupport.parkNanos(5_000_000);
            }
            return "late";
        };
    }

    private List<String> calls() {
        return registry.find("portico.plugin.calls").timers().stream()
                .map(timer -> timer.getId().getTag("call") + " " + timer.getId().getTag("outcome") + " " + timer.count())
                .sorted()
                .toList();
    }

    @Nested
    class Apart {

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

    @Nested
    class Failing {

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

    @Nested
    class OnTheCallersThread {

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

    @Nested
    class Hanging {

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

    @Nested
    class Figures {

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
}
