package dev.portico.pax8.sync;

import dev.portico.pax8.partner.PageWalk;
import dev.portico.pax8.partner.PartnerRow;
import dev.portico.pax8.sync.PageUpsert.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads a list from the first page to the last and writes each page while it fetches the next.
 *
 * <p>Pax8's lists may move while they are read. When that shows, the list is read a second time; it then counts as
 * complete if the second reading was undisturbed or met nothing new.
 */
final class FullPass<T extends PartnerRow> {

    private final Supplier<PageWalk<T>> list;
    private final Predicate<T> keep;
    private final Function<List<T>, Written> write;
    private final Tally tally;
    private final Progress progress;
    private final Set<UUID> seen = new HashSet<>();

    FullPass(
            Supplier<PageWalk<T>> list,
            Predicate<T> keep,
            Function<List<T>, Written> write,
            Tally tally,
            Progress progress) {
        this.list = list;
        this.keep = keep;
        this.write = write;
        this.tally = tally;
        this.progress = progress;
    }

    /** A pass that keeps every row and reports its progress as that of the run. */
    FullPass(Supplier<PageWalk<T>> list, Function<List<T>, Written> write, Tally tally) {
        this(list, row -> true, write, tally, tally.run()::progress);
    }

    /** Ids of the rows that were kept. */
    Set<UUID> seen() {
        return seen;
    }

    /** Reads all; returns whether every row has been met, so that rows not met are gone. */
    boolean read() throws InterruptedException {
        return read(list.get());
    }

    /** The same, over a walk whose first pages may have gone through {@link #page} already. */
    boolean read(PageWalk<T> first) throws InterruptedException {
        rest(first);
        if (first.consistent()) {
            return true;
        }
        tally.run().info("The list changed while it was read; it is read once more");
        int before = seen.size();
        PageWalk<T> second = list.get();
        rest(second);
        return second.consistent() || seen.size() == before;
    }

    /** Reads and writes the next page. */
    void page(PageWalk<T> walk) throws InterruptedException {
        Page<T> page = fetch(walk);
        finished(page, write.apply(page.rows()));
    }

    private void rest(PageWalk<T> walk) throws InterruptedException {
        try (WriteBehind<Written> writes = new WriteBehind<>(tally.writers())) {
            while (walk.hasNext()) {
                Page<T> page = fetch(walk);
                writes.await();
                writes.start(() -> write.apply(page.rows()), written -> finished(page, written));
            }
            writes.await();
        }
    }

    private Page<T> fetch(PageWalk<T> walk) throws InterruptedException {
        tally.stopIfCancelled();
        List<T> rows = walk.next().stream()
                .filter(keep)
                .filter(row -> seen.add(row.id()))
                .toList();
        return new Page<>(rows, walk.done(), walk.total());
    }

    private void finished(Page<T> page, Written written) {
        tally.wrote(page.rows().size(), written);
        progress.at(page.done(), page.total());
    }

    private record Page<T>(List<T> rows, long done, long total) {}

    /** Told after each page. */
    interface Progress {

        void at(long done, long total);
    }
}
