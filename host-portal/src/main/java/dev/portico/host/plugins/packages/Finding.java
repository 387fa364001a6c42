package dev.portico.host.plugins.packages;

import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a package is refused; text and remedy come in the language of the current user.
 *
 * @param rule the rule that the package breaks
 * @param details names and numbers from the package, made safe to show
 */
public record Finding(Rule rule, List<Object> details) {

    private static final Texts TEXTS = Texts.of("plugin-packages");
    private static final int LONGEST_DETAIL = 300;

    /** A finding with details in the order of its text. */
    static Finding of(Rule rule, Object... details) {
        return new Finding(rule, Stream.of(details).map(Finding::safe).toList());
    }

    /** What was found. */
    public String text() {
        return TEXTS.text(rule.key() + ".finding", details.toArray());
    }

    /** What the author of the plugin or the administrator does about it. */
    public String remedy() {
        return TEXTS.text(rule.key() + ".remedy", details.toArray());
    }

    /** why: names from a package may hold anything, also what moves a cursor or turns the direction of writing. */
    private static Object safe(Object detail) {
        if (detail instanceof Number) {
            return detail;
        }
        String text = detail.toString().replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029]", "\uFFFD");
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
    }
}
