package dev.portico.pax8.mapping.match;

import java.util.List;
import java.util.Set;

/**
 * A company's name as read for comparison.
 *
 * @param parts the name itself and, if it has them, names after "dba" and in brackets
 * @param legalFamilies families of the legal forms it carries
 * @param plain letters and digits only, with legal forms
 */
record CompanyName(List<Part> parts, Set<String> legalFamilies, String plain) {

    /**
     * One name.
     *
     * @param words without legal forms, tags and stop words, spelled out; never empty
     * @param squashed the words without spaces
     * @param initials first letters of all words, stop words left out and kept
     */
    record Part(List<String> words, String squashed, Set<String> initials) {}
}
