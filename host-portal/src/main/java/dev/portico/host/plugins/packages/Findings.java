package dev.portico.host.plugins.packages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with a package; a rule broken at many places is one finding that names the first few. */
final class Findings {

    private static final int NAMED_PLACES = 4;

    private final List<Finding> single = new ArrayList<>();
    private final Map<Rule, Set<String>> places = new EnumMap<>(Rule.class);

    void add(Rule rule, Object... details) {
        single.add(Finding.of(rule, details));
    }

    void add(Finding finding) {
        single.add(finding);
    }

    /** Notes one place; all places of a rule become one finding with the details: first places, number of places. */
    void addPlace(Rule rule, String place) {
        places.computeIfAbsent(rule, it -> new LinkedHashSet<>()).add(place);
    }

    /** Ends a stage of the checks after which going on would not be safe. */
    void refuseIfAny() {
        List<Finding> all = new ArrayList<>(single);
        places.forEach((rule, where) -> all.add(Finding.of(rule, named(where), where.size())));
        if (!all.isEmpty()) {
            throw new PackageRefused(all);
        }
    }

    private static String named(Set<String> where) {
        List<String> first = where.stream().limit(NAMED_PLACES).toList();
        return String.join(", ", first) + (where.size() > first.size() ? ", …" : "");
    }
}
