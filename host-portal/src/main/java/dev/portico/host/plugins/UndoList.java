package dev.portico.host.plugins;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/** Undos of registrations, run in reverse order; one that throws does not keep the others from running. */
final class UndoList {

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** Remembers how to take back what was just done. */
    void add(String what, Undo undo) {
        entries.push(new Entry(what, undo));
    }

    /** Runs and forgets all undos; never throws. */
    void run(BiConsumer<String, Throwable> failed) {
        while (!entries.isEmpty()) {
            Entry entry = entries.pop();
            try {
                entry.undo().run();
            } catch (Throwable e) { // why: a plugin may throw an Error while it goes, the rest must still be undone
                failed.accept(entry.what(), e);
            }
        }
    }

    /** Takes back one registration. */
    interface Undo {
        void run() throws Exception;
    }

    private record Entry(String what, Undo undo) {}
}
