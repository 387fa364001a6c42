package dev.portico.host.plugins;

import static org.awaitility.Awaitility.await;

import dev.portico.host.MovedClock;
import dev.portico.host.plugins.calls.Code;
import dev.portico.host.plugins.calls.PluginMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A gateway with short limits, a clock that tests move, and a plugin that is called through it. */
abstract class GatewayUnderTest {

    static final Duration SHORT = Duration.ofMillis(150);
    static final BooleanSupplier ALWAYS = () -> true;

    final MovedClock clock = new MovedClock();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final PluginMetrics metrics = new PluginMetrics(registry);
    final PluginGateway gateway = new PluginGateway(
            clock,
            metrics,
            new Binder(new MapConfigurationPropertySource(Map.of("portico.plugins.card-limit", "150ms")))
                    .bindOrCreate("portico.plugins", PluginsProperties.class));
    final AtomicBoolean end = new AtomicBoolean();
    final RunningPlugin plugin = plugin("thing");

    RunningPlugin plugin(String id) {
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

    Callable<String> hangs() {
        return () -> {
            new CountDownLatch(1).await();
            return "never";
        };
    }

    Callable<String> hangsWhateverComes() {
        return () -> {
            while (!end.get()) {
                Thread.interrupted();
                LockSupport.parkNanos(5_000_000);
            }
            return "late";
        };
    }

    List<String> calls() {
        return registry.find("portico.plugin.calls").timers().stream()
                .map(timer -> timer.getId().getTag("call") + " " + timer.getId().getTag("outcome") + " " + timer.count())
                .sorted()
                .toList();
    }
}
