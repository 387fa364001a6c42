package dev.portico.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.joran.util.ConfigurationWatchListUtil;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

import java.util.List;
import java.util.logging.Logger;

/** Keeps a sandbox in a test from filling the log, unless somebody has set logging up. */
final class QuietLogs {

    private static final List<String> LOUD = List.of("org.springframework", "org.apache", "dev.portico.sandbox");
    // why: java.util.logging forgets the level of a logger that nobody holds
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private QuietLogs() {
    }

    static void whereNobodyElseDecides() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getObject(LoggingSystem.class.getName()) == null
                && ConfigurationWatchListUtil.getMainWatchURL(context) == null) {
            LOUD.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
            TOMCAT.setLevel(java.util.logging.Level.WARNING);
        }
    }
}
