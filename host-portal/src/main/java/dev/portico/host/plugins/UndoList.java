package dev.portico.host.plugins;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Undos of what was done, run in reverse order; one that throws does not keep the others from running. What is added
 * after they ran is undone at once: a start that was given up may still go on for a while.
 */
final class UndoList {

    private final Deque<Entry> entries = new ArrayDeque<>();
    private @Nullable BiConsumer<String, Throwable> ended;

    /** Remembers how to take back what was just done. */
    void add(String what, Undo undo) {
        BiConsumer<String, Throwable> late;
        synchronized (entries) {
            late = ended;
            if (late == null) {
                entries.push(new Entry(what, undo));
            }
        }
        if (late != null) {
            run(new Entry(what, undo), late);
        }
    }

    /** Runs and forgets all undos; never throws. */
    void run(BiConsumer<String, Throwable> failed) {
        synchronized (entries) {
            ended = failed;
        }
        for (Entry entry = next(); entry != null; entry = next()) {
            run(entry, failed);
        }
    }

    private @Nullable Entry next() {
        synchronized (entries) {
            return entries.poll();
        }
    }

    private static void run(Entry entry, BiConsumer<String, Throwable> failed) {
        try {
            entry.undo().run();
        } catch (Throwable e) { // why: a plugin may throw an Error while it goes, the rest must still be undone
            failed.accept(entry.what(), e);
        }
    }

    /** Takes back one registration. */
    interface Undo {
        void run() throws Exception;
    }

    private record Entry(String what, Undo undo) {}
}
