package dev.portico.sandbox.partner;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists in the orders that were asked for, kept until the list changes: a page of a sorted list must not cost a sort. */
final class Sorted<T> {

    private final Map<String, Comparator<T>> orders;
    private final Comparator<T> tie;
    private final Map<String, List<T>> kept = new LinkedHashMap<>();
    private @Nullable List<T> source;

    /** @param tie decides between equals, so that pages never overlap */
    Sorted(Map<String, Comparator<T>> orders, Comparator<T> tie) {
        this.orders = orders;
        this.tie = tie;
    }

    List<String> names() {
        return List.copyOf(orders.keySet());
    }

    /** @param sort as {@link Query#sort} gives it; null for the order the list has */
    synchronized List<T> by(@Nullable String sort, List<T> list) {
        if (sort == null) {
            return list;
        }
        if (source != list) {
            kept.clear();
            source = list;
        }
        return kept.computeIfAbsent(sort, key -> list.stream().sorted(order(key)).toList());
    }

    private Comparator<T> order(String sort) {
        boolean descending = sort.endsWith(",desc");
        Comparator<T> order = orders.get(descending ? sort.substring(0, sort.length() - 5) : sort);
        return (descending ? order.reversed() : order).thenComparing(tie);
    }
}
