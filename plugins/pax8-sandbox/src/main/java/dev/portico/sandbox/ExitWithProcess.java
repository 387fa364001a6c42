package dev.portico.sandbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the sandbox when the program that started it has ended, even by kill -9. */
@Component
@ConditionalOnProperty("sandbox.exit-with-process")
class ExitWithProcess {

    private final long pid;

    ExitWithProcess(@Value("${sandbox.exit-with-process}") long pid) {
        this.pid = pid;
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        ProcessHandle.of(pid).ifPresentOrElse(starter -> starter.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }
}
