package dev.portico.host.plugins.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Reads what a plugin threw, which is the plugin's own code: it may throw again, be null, huge or go in circles. */
public final class Trouble {

    /** Most characters that are read of a message. */
    static final int LENGTH = 500;

    private static final int DEPTH = 100;

    private Trouble() {}

    /** What people read of a problem: the message at its root, or its kind if it has none; never throws. */
    public static String text(Throwable problem) {
        try {
            Throwable root = root(problem);
            String message = message(root);
            return message == null || message.isBlank() ? root.getClass().getSimpleName() : line(message, LENGTH);
        } catch (Throwable e) { // why: whatever a plugin's exception does, it must not get out of here
            return "Unknown problem";
        }
    }

    /** One line of a text of a plugin, without what a database or a page cannot hold, and not longer than that. */
    public static String line(String text, int length) {
        String shortened = text.length() <= length ? text : text.substring(0, length - 1) + "…";
        return shortened.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]+", " ");
    }

    /** Logs it with its stack trace, or without if that cannot be had, and returns its text. */
    static String logged(Logger log, String call, Throwable problem) {
        String text = text(problem);
        try {
            if (isPlain(problem)) {
                log.warn("{} failed: {}", call, text, problem);
                return text;
            }
        } catch (Throwable e) { // why: the logger reads the exception, too
            log.debug("{}: what it threw cannot be logged", call);
        }
        log.warn("{} failed: {} ({})", call, text, problem.getClass().getName());
        return text;
    }

    /** Whether every message in the chain can be read and is of a length for a log file. */
    private static boolean isPlain(Throwable problem) {
        for (Throwable each : chain(problem)) {
            String message = each.toString();
            if (message == null || message.length() > 10 * LENGTH || each.getSuppressed().length > DEPTH) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String message(Throwable problem) {
        try {
            return problem.getMessage();
        } catch (Throwable e) { // why: a plugin's own method
            return null;
        }
    }

    private static Throwable root(Throwable problem) {
        Throwable root = problem;
        for (Throwable each : chain(problem)) {
            root = each;
        }
        return root;
    }

    private static List<Throwable> chain(Throwable problem) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        Throwable next = problem;
        while (next != null && chain.size() < DEPTH && seen.add(next)) {
            chain.add(next);
            next = cause(next);
        }
        return chain;
    }

    private static @Nullable Throwable cause(Throwable problem) {
        try {
            return problem.getCause();
        } catch (Throwable e) { // why: a plugin's own method
            return null;
        }
    }
}
