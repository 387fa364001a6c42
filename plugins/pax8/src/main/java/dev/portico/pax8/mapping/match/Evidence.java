package dev.portico.pax8.mapping.match;

import dev.portico.pax8.mapping.match.CompanyName.Part;
import info.debatty.java.stringsimilarity.OptimalStringAlignment;
import java.util.Collections;
import java.util.List;

/**
 * What speaks for and against two companies being one.
 *
 * @param alignment of the two names' best fitting parts
 * @param squashedLikeness of the names as strings without spaces, 0 to 1
 * @param initials whether one name is the initials of the other
 * @param otherPart whether it rests on a name in brackets or after "dba"
 */
record Evidence(
        Profile left, Profile right, Alignment alignment, double squashedLikeness, boolean initials, boolean otherPart) {

    private static final OptimalStringAlignment EDITS = new OptimalStringAlignment();

    static Evidence of(Profile left, Profile right, WordWeights weights) {
        Evidence best = null;
        for (int i = 0; i < left.name().parts().size(); i++) {
            for (int j = 0; j < right.name().parts().size(); j++) {
                Part one = left.name().parts().get(i);
                Part other = right.name().parts().get(j);
                Evidence evidence = new Evidence(
                        left, right, Alignment.of(one, other, weights), likeness(one.squashed(), other.squashed()),
                        initials(one, other) || initials(other, one), i + j > 0);
                if (best == null || evidence.fit() > best.fit()) {
                    best = evidence;
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("Both names must have at least one word");
        }
        return best;
    }

    private double fit() {
        return alignment.dice() + 0.5 * squashedLikeness + (initials ? 1 : 0) - (otherPart ? 0.1 : 0);
    }

    boolean equalWords() {
        return squashedLikeness == 1;
    }

    boolean equalLetters() {
        return left.name().plain().equals(right.name().plain());
    }

    boolean sameCity() {
        return !left.city().isEmpty()
                && !right.city().isEmpty()
                && (left.city().startsWith(right.city()) || right.city().startsWith(left.city()));
    }

    boolean otherCity() {
        return !left.city().isEmpty() && !right.city().isEmpty() && !sameCity();
    }

    boolean sameDomain() {
        return !left.domain().isEmpty() && left.domain().equals(right.domain());
    }

    boolean otherDomain() {
        return !left.domain().isEmpty() && !right.domain().isEmpty() && !sameDomain();
    }

    boolean otherCountry() {
        String one = left.company().country();
        String other = right.company().country();
        return one.length() == 2 && other.length() == 2 && !one.equalsIgnoreCase(other);
    }

    boolean legalConflict() {
        return !left.name().legalFamilies().isEmpty()
                && !right.name().legalFamilies().isEmpty()
                && Collections.disjoint(left.name().legalFamilies(), right.name().legalFamilies());
    }

    boolean numbersDiffer() {
        return hasNumber(alignment.onlyLeft()) && hasNumber(alignment.onlyRight());
    }

    boolean firstWordsAgree() {
        String first = left.name().parts().getFirst().words().getFirst();
        String other = right.name().parts().getFirst().words().getFirst();
        return WordLikeness.of(first, other) >= 0.8;
    }

    private static boolean hasNumber(List<String> words) {
        return words.stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
    }

    private static boolean initials(Part whole, Part letters) {
        return letters.words().size() == 1
                && whole.words().size() >= 2
                && whole.initials().contains(letters.squashed());
    }

    private static double likeness(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return longer == 0 ? 0 : 1 - EDITS.distance(one, other) / longer;
    }

    /** A company as read once for all comparisons. */
    record Profile(MatchCandidate company, CompanyName name, String city, String domain) {

        static Profile of(MatchCandidate company) {
            return new Profile(
                    company, NameReader.read(company.name()), NameReader.plainLetters(company.city()).strip(),
                    WebDomain.of(company.website()));
        }
    }
}
