package dev.portico.pax8.mapping.match;

import dev.portico.pax8.mapping.match.CompanyName.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Which words of two names stand for each other.
 *
 * @param pairs words that do
 * @param onlyLeft words without a partner
 * @param onlyRight words without a partner
 * @param dice weight of what agrees over the weight of both names, 0 to 1
 * @param contained the same over the weight of the lighter name
 * @param agreed weight of what agrees
 */
record Alignment(
        List<Pair> pairs, List<String> onlyLeft, List<String> onlyRight, double dice, double contained, double agreed,
        double heaviestLeft, double heaviestRight, double best) {

    record Pair(String left, String right, double likeness) {}

    static Alignment of(Part left, Part right, WordWeights weights) {
        List<String> onlyLeft = new ArrayList<>(left.words());
        List<String> onlyRight = new ArrayList<>(right.words());
        List<Pair> pairs = new ArrayList<>();
        onlyLeft.removeIf(word -> {
            boolean equal = onlyRight.remove(word);
            if (equal) {
                pairs.add(new Pair(word, word, 1));
            }
            return equal;
        });
        joined(onlyLeft, onlyRight, pairs, false);
        joined(onlyRight, onlyLeft, pairs, true);
        similar(onlyLeft, onlyRight, pairs, weights);
        double agreed = 0;
        double best = 0;
        double leftWeight = weight(onlyLeft, weights);
        double rightWeight = weight(onlyRight, weights);
        for (Pair pair : pairs) {
            double ofLeft = weight(List.of(pair.left().split(" ")), weights);
            double ofRight = weight(List.of(pair.right().split(" ")), weights);
            leftWeight += ofLeft;
            rightWeight += ofRight;
            double gain = pair.likeness() * Math.min(ofLeft, ofRight);
            agreed += gain;
            best = Math.max(best, gain);
        }
        double dice = leftWeight + rightWeight == 0 ? 0 : Math.min(1, 2 * agreed / (leftWeight + rightWeight));
        double lighter = Math.min(leftWeight, rightWeight);
        return new Alignment(
                List.copyOf(pairs), List.copyOf(onlyLeft), List.copyOf(onlyRight), dice,
                lighter == 0 ? 0 : Math.min(1, agreed / lighter), agreed,
                heaviest(onlyLeft, weights), heaviest(onlyRight, weights), best);
    }

    /** "black berry" stands for "blackberry". */
    private static void joined(List<String> split, List<String> glued, List<Pair> pairs, boolean swapped) {
        for (int i = 0; i + 1 < split.size(); i++) {
            String two = split.get(i) + split.get(i + 1);
            for (String word : glued) {
                if (word.length() >= 5 && WordLikeness.of(two, word) >= 0.9) {
                    String words = split.get(i) + " " + split.get(i + 1);
                    pairs.add(swapped ? new Pair(word, words, 0.95) : new Pair(words, word, 0.95));
                    glued.remove(word);
                    split.remove(i + 1);
                    split.remove(i);
                    joined(split, glued, pairs, swapped);
                    return;
                }
            }
        }
    }

    private static void similar(List<String> left, List<String> right, List<Pair> pairs, WordWeights weights) {
        while (true) {
            Pair best = null;
            double most = 0;
            for (String one : left) {
                for (String other : right) {
                    double likeness = WordLikeness.of(one, other);
                    double gain = likeness * Math.min(weights.of(one), weights.of(other));
                    if (likeness > 0 && gain > most) {
                        most = gain;
                        best = new Pair(one, other, likeness);
                    }
                }
            }
            if (best == null) {
                return;
            }
            pairs.add(best);
            left.remove(best.left());
            right.remove(best.right());
        }
    }

    private static double weight(List<String> words, WordWeights weights) {
        return words.stream().mapToDouble(weights::of).sum();
    }

    private static double heaviest(List<String> words, WordWeights weights) {
        return words.stream().mapToDouble(weights::of).max().orElse(0);
    }
}
