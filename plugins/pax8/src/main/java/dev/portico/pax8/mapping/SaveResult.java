package dev.portico.pax8.mapping;

/** How saving of mappings ended. */
public sealed interface SaveResult {

    /**
     * All was saved.
     *
     * @param mapped companies that have a new portal company
     * @param unmapped companies that have none any more
     * @param subscriptionsRemoved synced subscriptions that went with the latter
     */
    record Saved(int mapped, int unmapped, long subscriptionsRemoved) implements SaveResult {}

    /**
     * Nothing was saved.
     *
     * @param message says which companies are in each other's way and what to do; translated
     */
    record Conflict(String message) implements SaveResult {}
}
