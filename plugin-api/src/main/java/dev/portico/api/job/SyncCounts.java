package dev.portico.api.job;

/**
 * What a run did, in rows.
 *
 * @param read received from the outside system
 * @param added new here
 * @param changed differed here
 * @param removed gone there and so removed here
 */
public record SyncCounts(long read, long added, long changed, long removed) {

    /** Nothing read. */
    public static final SyncCounts NONE = new SyncCounts(0, 0, 0, 0);

    /** Rows that were equal already. */
    public long unchanged() {
        return read - added - changed;
    }

    /** The sum of both. */
    public SyncCounts plus(SyncCounts other) {
        return new SyncCounts(
                read + other.read, added + other.added, changed + other.changed, removed + other.removed);
    }
}
