package dev.portico.host.plugins;

import com.vaadin.flow.shared.Registration;
import dev.portico.host.signals.DatabaseSignals;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one thread on which plugins start and stop. It reconciles when the portal starts, when any node announces a
 * change, and every few seconds as a net.
 */
@Component
class PluginLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PluginLifecycle.class);

    private static final Duration FIRST_LIMIT = Duration.ofSeconds(30);

    private final Reconciler reconciler;
    private final PluginRuntime runtime;
    private final StatusBoard board;
    private final NodePresence presence;
    private final PluginFiles files;
    private final BundledPlugins bundled;
    private final DatabaseSignals signals;
    private final Duration interval;
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile ScheduledExecutorService thread;
    private volatile Registration listening = () -> {};

    PluginLifecycle(
            Reconciler reconciler,
            PluginRuntime runtime,
            StatusBoard board,
            NodePresence presence,
            PluginFiles files,
            BundledPlugins bundled,
            DatabaseSignals signals,
            PluginsProperties properties) {
        this.reconciler = reconciler;
        this.runtime = runtime;
        this.board = board;
        this.presence = presence;
        this.files = files;
        this.bundled = bundled;
        this.signals = signals;
        this.interval = properties.reconcileEvery();
    }

    /** Before the web server takes requests, so that a link to a plugin's page works from the first one. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }

    @Override
    public void start() {
        files.clear();
        presence.up();
        bundled.install();
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("plugin-life-cycle").factory());
        thread.scheduleWithFixedDelay(this::reconcile, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        listening = signals.on(PluginStore.CHANNEL, text -> announced());
        awaitFirst();
    }

    private void awaitFirst() {
        try {
            // why not for ever: a plugin that hangs while it starts must not keep the portal from serving
            if (!first.await(FIRST_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("Plugins are still starting; the portal serves without waiting for them");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reconcile() {
        try {
            reconciler.reconcile();
        } catch (RuntimeException e) { // why: thrown out of here it would end the schedule, such as while the database is away
            log.warn("Plugins could not be reconciled, trying again: {}", e.toString());
        } finally {
            first.countDown();
        }
    }

    private void announced() {
        board.changed();
        thread.execute(this::reconcile);
    }

    @Override
    public void stop() {
        listening.remove();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        runtime.close();
        presence.down();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
