package dev.portico.pax8.mapping.match;

import java.util.List;

/** Why two companies were proposed as one, or what speaks against it. */
public sealed interface Reason {

    /** Both have the same website; no other company has it. */
    record SameDomain(String domain) implements Reason {}

    /** The names are equal letter by letter, but for case and punctuation. */
    record Equal() implements Reason {}

    /** The names are equal but for the legal form. */
    record EqualButForLegalForm() implements Reason {}

    /** One name is made of the initials of the other. */
    record Initials(String initials) implements Reason {}

    /** Words that both names have. */
    record Common(List<String> words) implements Reason {
        public Common {
            words = List.copyOf(words);
        }
    }

    /** Words that are spelled differently but mean the same. */
    record Alike(String left, String right) implements Reason {}

    /** Words that only the left name has. */
    record OnlyLeft(List<String> words) implements Reason {
        public OnlyLeft {
            words = List.copyOf(words);
        }
    }

    /** Words that only the right name has. */
    record OnlyRight(List<String> words) implements Reason {
        public OnlyRight {
            words = List.copyOf(words);
        }
    }

    /** Both are in the same city. */
    record SameCity(String city) implements Reason {}

    /** They are in different cities. */
    record OtherCity(String left, String right) implements Reason {}
}
