package dev.portico.pax8.licensing.catalog;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Manages which products clients see, which come first, and in which category they stand. Needs
 * {@code manage_licensing}. Nothing here touches a subscription.
 */
public final class CatalogService {

    private static final String PERMISSION = "manage_licensing";
    private static final int LONGEST_CATEGORY = 60;

    private final CatalogStore store;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Messages messages;
    private final Clock clock;

    CatalogService(CatalogStore store, AuditTrail audit, CurrentUser user, Messages messages, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.user = user;
        this.messages = messages;
        this.clock = clock;
    }

    /** Part of what matches. */
    public List<CatalogProduct> page(
            CatalogFilter filter, CatalogFilter.Sort sort, boolean ascending, int offset, int limit) {
        user.require(PERMISSION);
        return store.page(filter, sort, ascending, offset, limit);
    }

    /** How many match. */
    public long count(CatalogFilter filter) {
        user.require(PERMISSION);
        return store.count(filter);
    }

    /** Vendors of all products, by name. */
    public List<String> vendors() {
        user.require(PERMISSION);
        return store.vendors();
    }

    /** Categories that products stand in, by name. */
    public List<String> categories() {
        user.require(PERMISSION);
        return store.categories();
    }

    /** Does it to all products of the scope that it would change, in one statement. */
    public CatalogChange apply(CatalogAction action, CatalogScope scope) {
        user.require(PERMISSION);
        CatalogChange change =
                store.apply(action, scope, clock.instant().truncatedTo(ChronoUnit.MICROS), user.name());
        if (change.changed() > 0) {
            audit.record("catalog." + action.name().toLowerCase(Locale.ROOT), subject(change), details(scope));
        }
        return change;
    }

    /**
     * Takes a change back: every product stands exactly as before, but for those that somebody has changed since.
     *
     * @return how many stand as before
     */
    public int undo(CatalogChange change) {
        user.require(PERMISSION);
        int restored = store.restore(change);
        audit.record(
                "catalog.undone",
                subject(change),
                messages.text("catalog.audit.undone", change.action().name().toLowerCase(Locale.ROOT), restored));
        return restored;
    }

    /**
     * Puts a product into a category.
     *
     * @param category trimmed, at most 60 characters count; empty takes it out of its category
     */
    public void categorize(UUID productId, String category) {
        user.require(PERMISSION);
        String name = store.name(productId)
                .orElseThrow(() -> new IllegalArgumentException("There is no product " + productId));
        String wanted = category.strip();
        String kept = wanted.substring(0, Math.min(wanted.length(), LONGEST_CATEGORY)).strip();
        store.categorize(productId, kept, clock.instant().truncatedTo(ChronoUnit.MICROS), user.name());
        audit.record("catalog.categorized", name, kept);
    }

    private String subject(CatalogChange change) {
        return change.changed() == 1
                ? store.name(change.before().getFirst().id()).orElse("")
                : messages.text("catalog.products", change.changed());
    }

    private String details(CatalogScope scope) {
        return switch (scope) {
            case CatalogScope.Selected selected -> messages.text("catalog.audit.selected", selected.ids().size());
            case CatalogScope.Matching(CatalogFilter filter) ->
                messages.text(
                        "catalog.audit.matching",
                        filter.text(),
                        filter.vendor().orElse(""),
                        filter.category().orElse(""),
                        filter.visible().map(String::valueOf).orElse(""));
        };
    }
}
