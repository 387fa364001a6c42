package dev.portico.sandbox.oauth;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The last codes and tokens that were issued, live or not, so that tests can search for leaks of them. */
final class Issued {

    private static final int KEPT = 1_000;

    private final Set<String> values = new LinkedHashSet<>();

    synchronized void add(Collection<String> codesAndTokens) {
        values.addAll(codesAndTokens);
        while (values.size() > KEPT) {
            values.remove(values.iterator().next());
        }
    }

    synchronized List<String> all() {
        return List.copyOf(values);
    }
}
