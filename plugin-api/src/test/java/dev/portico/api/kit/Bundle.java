package dev.portico.api.kit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.Resource;

/** The texts of a plugin: the main file and its translations. */
final class Bundle {

    static final String MAIN = "META-INF/portico/messages.properties";

    private final Map<String, Map<String, String>> files = new HashMap<>();
    private final List<String> twice = new ArrayList<>();

    private Bundle() {}

    static Bundle of(ClassLoader loader) {
        Bundle bundle = new Bundle();
        URL main = loader.getResource(MAIN);
        if (main == null) {
            return bundle;
        }
        try {
            String folder = main.toString().substring(0, main.toString().length() - "messages.properties".length());
            for (Resource file : new PathMatchingResourcePatternResolver(loader).getResources(folder + "messages*.properties")) {
                bundle.read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    boolean isThere() {
        return files.containsKey("messages.properties");
    }

    boolean has(String key) {
        return isThere() && !files.get("messages.properties").getOrDefault(key, "").isBlank();
    }

    /** What is wrong with the files, one sentence each. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(twice);
        files.forEach((file, texts) -> {
            for (String key : new TreeSet<>(texts.keySet())) {
                try {
                    new MessageFormat(texts.get(key), Locale.ENGLISH);
                } catch (IllegalArgumentException e) {
                    faults.add("%s: %s is no pattern of java.text.MessageFormat (%s); write '' for an apostrophe and '{' for a brace"
                            .formatted(file, key, e.getMessage()));
                }
                if (loneApostrophe(texts.get(key))) {
                    faults.add("%s: %s has a single apostrophe, which MessageFormat swallows; write ''".formatted(file, key));
                }
                if (!has(key) && !file.equals("messages.properties")) {
                    faults.add("%s translates %s, which messages.properties lacks; add it there".formatted(file, key));
                }
            }
        });
        return faults;
    }

    private void read(Resource file) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    if (texts.put((String) key, (String) value) != null) {
                        twice.add("%s has %s twice; remove one".formatted(file.getFilename(), key));
                    }
                    return super.put(key, value);
                }
            }.load(reader);
        }
        files.put(file.getFilename(), texts);
    }

    /** An apostrophe between letters is meant as one; quotes around braces are not. */
    private static boolean loneApostrophe(String text) {
        return text.matches("(?s).*\\p{L}'\\p{L}.*");
    }
}
