package dev.portico.sandbox.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A text file beside these classes. */
final class Resource {

    private Resource() {
    }

    /** The lines of a file, without blank lines and without comments. */
    static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Resource.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The fields of each line; an empty field at the end counts. */
    static List<String[]> rows(String file) {
        return lines(file).stream().map(line -> line.split("\\|", -1)).toList();
    }
}
