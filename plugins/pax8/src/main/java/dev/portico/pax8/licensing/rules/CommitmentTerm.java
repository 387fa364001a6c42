package dev.portico.pax8.licensing.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words with which Pax8 names the length of a commitment. */
public final class CommitmentTerm {

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,3})[- ]?(month|year)s?");

    private CommitmentTerm() {}

    /** Months of a term such as {@code Monthly}, {@code Annual}, {@code 1-Year} or {@code 36-Month}; empty if unknown. */
    public static Optional<Integer> months(String term) {
        String word = term.strip().toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(word);
        if (length.matches()) {
            int number = Integer.parseInt(length.group(1));
            return Optional.of(length.group(2).equals("year") ? 12 * number : number).filter(months -> months > 0);
        }
        return switch (word) {
            case "monthly" -> Optional.of(1);
            case "annual", "yearly" -> Optional.of(12);
            default -> Optional.empty();
        };
    }
}
