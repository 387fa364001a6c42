package dev.portico.pax8.sync;

import java.util.Collection;
import java.util.UUID;

/** Ids on their way into a statement: {@code unnest(cast(? as uuid[]))}. */
final class Ids {

    private Ids() {}

    static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
