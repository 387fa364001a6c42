package dev.portico.sandbox.pages;

import org.springframework.web.util.HtmlUtils;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with places to fill: {{name}} takes text and escapes it, {{{name}}} takes HTML that another template made.
 */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

    private final String source;

    private Template(String source) {
        this.source = source;
    }

    /** The template of the given file name, without ".html", beside this class. */
    public static Template named(String name) {
        return new Template(resource(name + ".html"));
    }

    /** A template given as text. */
    public static Template of(String source) {
        return new Template(source);
    }

    /** Fills the places; a place without a value is a mistake in the program. */
    public String fill(Map<String, ?> values) {
        return PLACE.matcher(source).replaceAll(place -> {
            boolean html = place.group(1) != null;
            Object value = Objects.requireNonNull(values.get(html ? place.group(1) : place.group(2)), place.group());
            return Matcher.quoteReplacement(html ? value.toString() : HtmlUtils.htmlEscape(value.toString(), "UTF-8"));
        });
    }

    /** A whole page: the filled template inside the common frame. */
    public String page(String title, Map<String, ?> values) {
        return named("frame").fill(Map.of("title", title, "style", resource("style.css"), "body", fill(values)));
    }

    private static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
