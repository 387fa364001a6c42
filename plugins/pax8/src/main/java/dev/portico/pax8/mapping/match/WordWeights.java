package dev.portico.pax8.mapping.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How much a word tells: rare words much, words of every second name little (inverse document frequency). */
final class WordWeights {

    /** Names the background stands for, so that a list of twenty names does not take "services" for rare. */
    private static final double BACKGROUND = 20_000;

    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private int total;

    WordWeights(List<CompanyName> all) {
        for (CompanyName name : all) {
            HashSet<String> words = new HashSet<>();
            name.parts().forEach(part -> words.addAll(part.words()));
            words.forEach(word -> names.merge(word, 1, Integer::sum));
            total++;
        }
    }

    double of(String word) {
        return weights.computeIfAbsent(word, this::weigh);
    }

    private double weigh(String word) {
        double having = names.getOrDefault(word, 0) + Vocabulary.share(word) * BACKGROUND;
        double weight = Math.log((total + BACKGROUND) / (having + 1.0)) / Math.log(total + BACKGROUND);
        return word.length() == 1 ? weight * 0.5 : weight;
    }
}
