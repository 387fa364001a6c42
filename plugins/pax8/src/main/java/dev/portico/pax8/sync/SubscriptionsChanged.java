package dev.portico.pax8.sync;

/**
 * Published when synced subscriptions may have gone, other than by a sync: see {@link SyncEnded}.
 *
 * @param cause what happened
 */
public record SubscriptionsChanged(Cause cause) {

    /** What happened. */
    public enum Cause {
        /** Mappings were saved; what was synced of companies that lost theirs is gone. */
        MAPPED,
        /** The integration is removed, in the transaction of the one who publishes; all of them are gone. */
        REMOVING,
        /** The integration was removed. */
        REMOVED
    }
}
