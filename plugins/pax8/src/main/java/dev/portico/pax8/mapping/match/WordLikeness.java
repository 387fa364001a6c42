package dev.portico.pax8.mapping.match;

import info.debatty.java.stringsimilarity.JaroWinkler;
import info.debatty.java.stringsimilarity.OptimalStringAlignment;

/** How likely two single words are the same word spelled differently. */
final class WordLikeness {

    private static final JaroWinkler JARO_WINKLER = new JaroWinkler();
    private static final OptimalStringAlignment EDITS = new OptimalStringAlignment();
    private static final double LEAST = 0.5;

    private WordLikeness() {}

    /** 0 if they are different words, 1 if they are equal. */
    static double of(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        String longer = a.length() >= b.length() ? a : b;
        String shorter = a.length() >= b.length() ? b : a;
        if (shorter.length() < 3 || longer.chars().anyMatch(Character::isDigit)) {
            return shorter.length() == 1 && longer.charAt(0) == shorter.charAt(0) ? LEAST : 0;
        }
        if (longer.startsWith(shorter)) {
            int more = longer.length() - shorter.length();
            return longer.endsWith("s") && more <= 2 ? 0.97 : more <= 3 || shorter.length() >= 4 ? 0.8 : 0.6;
        }
        if (contraction(shorter, longer)) {
            return 0.75;
        }
        return misspelled(shorter, longer);
    }

    /** "mgmt" for "management": same first letter, the rest in order, nearly no vowels. */
    private static boolean contraction(String shorter, String longer) {
        if (shorter.charAt(0) != longer.charAt(0) || longer.length() - shorter.length() < 2 || vowels(shorter) > 1) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            if (longer.charAt(i) == shorter.charAt(at)) {
                at++;
            }
        }
        return at == shorter.length();
    }

    private static long vowels(String word) {
        return word.substring(1).chars().filter(letter -> "aeiou".indexOf(letter) >= 0).count();
    }

    private static double misspelled(String shorter, String longer) {
        if (longer.length() - shorter.length() > 2 || longer.length() < 4 || lettersApart(shorter, longer) > 4) {
            return 0;
        }
        double edits = EDITS.distance(shorter, longer);
        if (edits <= 1) {
            return longer.length() >= 6 ? 0.92 : longer.length() == 5 ? 0.8 : 0.6;
        }
        if (edits <= 2 && longer.length() >= 7) {
            return 0.8;
        }
        return longer.length() >= 6 && JARO_WINKLER.similarity(shorter, longer) >= 0.92 ? 0.65 : 0;
    }

    /** How many letters only one of both has: words that are two edits apart differ in four at most. */
    private static int lettersApart(String one, String other) {
        return Long.bitCount(letters(one) ^ letters(other));
    }

    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & 63);
        }
        return letters;
    }
}
