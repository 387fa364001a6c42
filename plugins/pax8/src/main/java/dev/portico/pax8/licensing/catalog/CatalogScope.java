package dev.portico.pax8.licensing.catalog;

import java.util.Set;
import java.util.UUID;

/** Which products an action is for. */
public sealed interface CatalogScope {

    /** These. */
    record Selected(Set<UUID> ids) implements CatalogScope {
        public Selected {
            ids = Set.copyOf(ids);
        }
    }

    /** All that match, also those that no page shows at present. */
    record Matching(CatalogFilter filter) implements CatalogScope {}
}
