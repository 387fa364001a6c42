package dev.portico.sandbox.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The word lists and name patterns of words.txt. */
final class Words {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+?[0-9]?)}");

    private final Map<String, List<String>> lists = new HashMap<>();

    Words() {
        for (String line : Resource.lines("words.txt")) {
            String[] parts = line.split(" = ", 2);
            lists.put(parts[0], List.of(parts[1].split("\\|")));
        }
    }

    String any(String list, Dice dice) {
        return dice.pick(list(list));
    }

    /** A name by one of the country's patterns, for a firm in the given city. */
    String name(Country country, City city, Dice dice) {
        Set<String> used = new HashSet<>();
        return PLACEHOLDER.matcher(any("pattern." + country, dice)).replaceAll(found -> {
            String word = "city".equals(found.group(1)) ? city.name() : fresh(found.group(1), used, dice);
            return Matcher.quoteReplacement(word);
        });
    }

    private String fresh(String placeholder, Set<String> used, Dice dice) {
        // why: {surname2} is another word of {surname}, but {tradeNL2} is a list of its own
        String list = lists.containsKey(placeholder) ? placeholder : placeholder.substring(0, placeholder.length() - 1);
        String word;
        do {
            word = any(list, dice);
        } while (!used.add(word));
        return word;
    }

    private List<String> list(String name) {
        List<String> words = lists.get(name);
        if (words == null) {
            throw new IllegalArgumentException("words.txt has no list " + name);
        }
        return words;
    }
}
