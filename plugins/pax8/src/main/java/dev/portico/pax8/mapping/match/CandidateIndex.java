package dev.portico.pax8.mapping.match;

import dev.portico.pax8.mapping.match.CompanyName.Part;
import dev.portico.pax8.mapping.match.Evidence.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Finds the few right names that are worth comparing with a left name, without looking at all of them. */
final class CandidateIndex {

    private static final int MOST_BY_WORDS = 14;
    private static final int MOST_BY_LETTERS = 10;
    private static final int MOST_GROUPS = 14;
    private static final int LONGEST_LIST = 400;

    private final Map<String, Holders> byKey = new HashMap<>();
    private final double[] worth;
    private final int[] touched;

    CandidateIndex(List<Profile> rights) {
        worth = new double[rights.size()];
        touched = new int[rights.size()];
        for (int i = 0; i < rights.size(); i++) {
            for (String key : keys(rights.get(i))) {
                byKey.computeIfAbsent(key, absent -> new Holders()).add(i);
            }
        }
    }

    /** Positions of the right names that share the most telling words, and of those that share rare letter groups. */
    Set<Integer> candidates(Profile left) {
        List<Holders> words = new ArrayList<>();
        List<Holders> groups = new ArrayList<>();
        for (String key : keys(left)) {
            Holders holders = byKey.get(key);
            if (holders != null && holders.size <= LONGEST_LIST) {
                (key.charAt(0) == '3' ? groups : words).add(holders);
            }
        }
        groups.sort(Comparator.comparingInt(holders -> holders.size));
        Set<Integer> result = new LinkedHashSet<>(most(words, MOST_BY_WORDS));
        result.addAll(most(groups.subList(0, Math.min(groups.size(), MOST_GROUPS)), MOST_BY_LETTERS));
        return result;
    }

    private List<Integer> most(List<Holders> shared, int limit) {
        int count = 0;
        for (Holders holders : shared) {
            double rarity = Math.log((worth.length + 50.0) / holders.size);
            for (int i = 0; i < holders.size; i++) {
                int company = holders.companies[i];
                if (worth[company] == 0) {
                    touched[count++] = company;
                }
                worth[company] += rarity * rarity;
            }
        }
        Comparator<Integer> leastFirst = Comparator.<Integer>comparingDouble(company -> worth[company])
                .thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(limit + 1, leastFirst);
        for (int i = 0; i < count; i++) {
            best.add(touched[i]);
            if (best.size() > limit) {
                best.remove();
            }
        }
        List<Integer> result = new ArrayList<>(best);
        result.sort(leastFirst.reversed());
        for (int i = 0; i < count; i++) {
            worth[touched[i]] = 0;
        }
        return result;
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

    /** Positions of the companies that have a key. */
    private static final class Holders {

        private int[] companies = new int[2];
        private int size;

        void add(int company) {
            if (size == companies.length) {
                companies = Arrays.copyOf(companies, size * 2);
            }
            companies[size++] = company;
        }
    }
}
