package dev.portico.sandbox;

import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import java.util.List;

/** Keeps a sandbox in a test from filling the log, unless somebody has set logging up. */
final class QuietLogs {

    private static final List<String> LOUD = List.of("org.springframework", "org.apache", "dev.portico.sandbox", "_org.springframework");

    private QuietLogs() {
    }

    static void whereNobodyElseDecides() {
        // why: Logback without any configuration logs everything down to debug, and only then is this logger at debug
        if (LoggerFactory.getLogger("org.springframework").isDebugEnabled()) {
            LoggingSystem logging = LoggingSystem.get(QuietLogs.class.getClassLoader());
            LOUD.forEach(name -> logging.setLogLevel(name, LogLevel.WARN));
        }
    }
}
