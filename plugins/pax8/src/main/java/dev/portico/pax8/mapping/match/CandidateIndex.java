package dev.portico.pax8.mapping.match;

import dev.portico.pax8.mapping.match.CompanyName.Part;
import dev.portico.pax8.mapping.match.Evidence.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the few right names that are worth comparing with a left name, without looking at all of them. */
final class CandidateIndex {

    private static final int MOST_BY_WORDS = 14;
    private static final int MOST_BY_LETTERS = 10;
    private static final int LONGEST_LIST = 400;

    private final Map<String, List<Integer>> byKey = new HashMap<>();

    private final int names;

    CandidateIndex(List<Profile> rights) {
        names = rights.size();
        for (int i = 0; i < rights.size(); i++) {
            for (String key : keys(rights.get(i))) {
                byKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Positions of the right names that share the most telling words, and of those that share rare letter groups. */
    Set<Integer> candidates(Profile left) {
        Map<Integer, Double> byWords = new HashMap<>();
        Map<Integer, Double> byLetters = new HashMap<>();
        for (String key : keys(left)) {
            List<Integer> holders = byKey.getOrDefault(key, List.of());
            if (holders.size() <= LONGEST_LIST) {
                double rarity = Math.log((names + 50.0) / holders.size());
                Map<Integer, Double> found = key.charAt(0) == '3' ? byLetters : byWords;
                holders.forEach(holder -> found.merge(holder, rarity * rarity, Double::sum));
            }
        }
        Set<Integer> result = new LinkedHashSet<>(most(byWords, MOST_BY_WORDS));
        result.addAll(most(byLetters, MOST_BY_LETTERS));
        return result;
    }

    private static List<Integer> most(Map<Integer, Double> found, int limit) {
        return found.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Words, the whole name, its initials, the web domain, and groups of three letters (marked 3). */
    private static Set<String> keys(Profile company) {
        Set<String> keys = new HashSet<>();
        for (Part part : company.name().parts()) {
            for (String word : part.words()) {
                keys.add("w" + word);
                if (word.length() >= 3 && word.length() <= 6) {
                    keys.add("i" + word);
                }
            }
            keys.add("n" + part.squashed());
            part.initials().forEach(letters -> keys.add("i" + letters));
            String squashed = part.squashed();
            for (int i = 0; i + 3 <= squashed.length(); i++) {
                keys.add("3" + squashed.substring(i, i + 3));
            }
        }
        if (!company.domain().isEmpty()) {
            keys.add("d" + company.domain());
        }
        return keys;
    }
}
