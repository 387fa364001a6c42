package dev.portico.api;

import java.util.List;

/** What Remove Integration deletes, and the deletion itself. The portal deletes tokens, vault entries and schedules. */
public interface IntegrationRemoval {

    /** Counts, as they are now, of everything that {@link #remove()} would delete. */
    List<RemovalCount> preview();

    /** Deletes all data of the integration in one transaction. Calling it again is harmless. */
    void remove();

    /**
     * One line of the preview.
     *
     * @param label what is deleted, in the plural, translated
     * @param count how many, 0 or more
     */
    record RemovalCount(String label, long count) {}
}
