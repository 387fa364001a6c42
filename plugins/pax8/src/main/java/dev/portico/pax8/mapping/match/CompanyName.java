package dev.portico.pax8.mapping.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A company's name as read for comparison.
 *
 * @param parts the name itself and, if it has them, names after "dba" and in brackets
 * @param spellings how the name spells each word of its parts
 * @param legalFamilies families of the legal forms it carries
 * @param plain letters and digits only, with legal forms
 */
record CompanyName(List<Part> parts, Map<String, String> spellings, Set<String> legalFamilies, String plain) {

    /** Words of a part, separated by spaces, as the name spells them. */
    String spelled(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> spellings.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }


    /**
     * One name.
     *
     * @param words without legal forms, tags and stop words, spelled out; never empty
     * @param squashed the words without spaces
     * @param initials first letters of all words, stop words left out and kept
     */
    record Part(List<String> words, String squashed, Set<String> initials) {}
}
