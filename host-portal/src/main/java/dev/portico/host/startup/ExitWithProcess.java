package dev.portico.host.startup;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the portal when the process that started it has ended, even by kill -9; for demos and tests. */
@Component
@ConditionalOnProperty("portico.exit-with-process")
class ExitWithProcess {

    private final long pid;

    ExitWithProcess(@Value("${portico.exit-with-process}") long pid) {
        this.pid = pid;
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        // why: exit runs the JVM's shutdown hooks, which close the portal in its proper order
        ProcessHandle.of(pid)
                .ifPresentOrElse(starter -> starter.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }
}
