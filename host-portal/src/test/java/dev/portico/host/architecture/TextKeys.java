package dev.portico.host.architecture;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What source files say of text keys, read as text: a key that is asked for by name, and every string that may be a
 * key or the first or last part of one that is put together.
 */
public final class TextKeys {

    private static final Pattern ASKED = Pattern.compile(
            "(?i)\\b(?:texts|messages|of\\(\"[a-z-]+\"\\))\\s*\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern STRING = Pattern.compile("\"([a-z0-9._-]+)\"");

    private final Set<String> asked = new TreeSet<>();
    private final Set<String> strings = new TreeSet<>();

    private TextKeys() {}

    /** Reads all Java files below a folder. */
    public static TextKeys below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return in(files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    static TextKeys in(Collection<Path> sources) throws IOException {
        TextKeys keys = new TextKeys();
        for (Path source : sources) {
            String code = Files.readString(source);
            ASKED.matcher(code).results().map(it -> it.group(1)).forEach(keys.asked::add);
            STRING.matcher(code).results().map(it -> it.group(1)).forEach(keys.strings::add);
        }
        return keys;
    }

    /** The keys of a file of texts. */
    public static Set<String> ofBundle(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    /** Keys that the code asks for by their full name. */
    public Set<String> asked() {
        return asked;
    }

    /** Which of these keys the code names nowhere, neither whole nor in two parts at a dot or dash. */
    public Set<String> notNamed(Set<String> keys) {
        return keys.stream().filter(key -> !isNamed(key)).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isNamed(String key) {
        return strings.contains(key) || cuts(key).stream().anyMatch(cut -> isPutTogether(key, cut));
    }

    private boolean isPutTogether(String key, int separator) {
        String first = key.substring(0, separator);
        return strings.contains(first + key.charAt(separator))
                || strings.contains(first) && strings.contains(key.substring(separator));
    }

    private static List<Integer> cuts(String key) {
        Matcher separators = Pattern.compile("[.-]").matcher(key);
        return separators.results().map(it -> it.start()).toList();
    }
}
