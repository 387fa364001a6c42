package dev.portico.pax8.partner;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Pax8's own words in an error answer, of which three forms are in circulation: {@code message} with {@code details},
 * {@code errors}, and {@code error} with {@code error_description}.
 */
final class ErrorBody {

    private static final int MOST_CHARACTERS = 300;

    private final ObjectReader reader;

    ErrorBody(ObjectReader reader) {
        this.reader = reader;
    }

    /** The words, short and printable; empty if the answer has none of the three forms. */
    String words(byte[] body) {
        JsonNode root;
        try {
            root = reader.readTree(body);
        } catch (JacksonException notJson) {
            return "";
        }
        Set<String> words = new LinkedHashSet<>();
        add(words, root.path("message"));
        root.path("details").forEach(detail -> add(words, detail.path("message")));
        root.path("errors").forEach(error -> add(words, error));
        if (words.isEmpty()) {
            add(words, root.path("error_description"));
        }
        if (words.isEmpty()) {
            add(words, root.path("error"));
        }
        return words.stream().collect(Collectors.joining("; ")).transform(ErrorBody::bounded);
    }

    private static void add(Set<String> words, JsonNode node) {
        if (node.isString() && !node.asString().isBlank()) {
            words.add(node.asString().replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        }
    }

    private static String bounded(String words) {
        return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS) + "…";
    }
}
