package dev.portico.pax8.partner;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;

/**
 * One way through all pages of a list.
 *
 * <p>Pax8 has neither a cursor nor a snapshot: rows move between pages while they are read. So each answer is believed
 * for the number of pages, a row is delivered once however often it comes, and {@link #consistent()} tells whether all
 * rows can have been met.
 */
public final class PageWalk<T extends PartnerRow> {

    private final Source<T> source;
    private final Set<UUID> met = new HashSet<>();
    private int next;
    private int totalPages = 1;
    private long totalElements;
    private long received;
    private boolean shrank;

    PageWalk(Source<T> source) {
        this.source = source;
    }

    /** Whether there is another page, as far as the last answer told. */
    public boolean hasNext() {
        return next < totalPages;
    }

    /**
     * Fetches the next page.
     *
     * @return its rows without those of earlier pages
     * @throws PartnerProblem if Pax8 does not deliver it
     */
    public List<T> next() throws InterruptedException {
        if (!hasNext()) {
            throw new NoSuchElementException("There is no page " + next);
        }
        PartnerPage<T> page = source.page(next);
        shrank |= next > 0 && page.totalElements() < totalElements;
        next++;
        totalPages = page.totalPages();
        totalElements = page.totalElements();
        received += page.content().size();
        return page.content().stream().filter(row -> met.add(row.id())).toList();
    }

    /** Rows delivered so far, never more than {@link #total()}. */
    public long done() {
        return Math.min(received, totalElements);
    }

    /** Rows in all, as the last answer told. */
    public long total() {
        return totalElements;
    }

    /** Pages in all, as the last answer told. */
    public int pages() {
        return totalPages;
    }

    /** Whether nothing speaks for a row that slipped from one page to another unseen. */
    public boolean consistent() {
        return !hasNext() && !shrank && met.size() >= totalElements;
    }

    /** Fetches one page. */
    interface Source<T extends PartnerRow> {

        PartnerPage<T> page(int number) throws InterruptedException;
    }
}
