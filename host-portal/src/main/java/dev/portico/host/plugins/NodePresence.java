package dev.portico.host.plugins;

import dev.portico.host.plugins.unload.Lingering;
import dev.portico.host.plugins.unload.UnloadWatch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets the other nodes know that this one is up, also while its life-cycle thread is busy. */
@Component
class NodePresence {

    private static final Logger log = LoggerFactory.getLogger(NodePresence.class);
    private static final Duration BEAT = Duration.ofSeconds(4);
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final NodeStates nodes;
    private final StatusBoard board;
    private final UnloadWatch watch;
    private @Nullable ScheduledExecutorService heart;

    NodePresence(NodeStates nodes, StatusBoard board, UnloadWatch watch) {
        this.nodes = nodes;
        this.board = board;
        this.watch = watch;
    }

    synchronized void up() {
        nodes.up();
        heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("node-presence").factory());
        heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            watch.collect();
            if (!nodes.beat()) {
                log.warn("The other nodes had taken this one for gone");
                board.noteAgain();
            }
            nodes.noteLingering(watch.lingering(UnloadWatch.PATIENCE).stream()
                    .collect(Collectors.groupingBy(Lingering::pluginId, Collectors.counting())));
        } catch (RuntimeException e) { // why: thrown out of here it would end the schedule, such as while the database is away
            log.warn("This node could not say that it is up, trying again: {}", e.toString());
        }
    }

    synchronized void down() {
        if (heart != null) {
            heart.shutdownNow();
            heart = null;
        }
        // why on a thread of its own: while the database is away this would wait for a connection for long
        Thread goodbye = Thread.ofVirtual().name("node-goodbye").start(this::sayGoodbye);
        try {
            goodbye.join(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayGoodbye() {
        try {
            nodes.down();
        } catch (RuntimeException e) { // why: a node that was not heard of for a while is taken for gone anyway
            log.warn("This node could not say that it goes: {}", e.toString());
        }
    }
}
