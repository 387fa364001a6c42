package dev.portico.sandbox.partner;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The query of a list call. Unknown parameters are ignored, as Pax8 does. */
final class Query {

    private static final int DEFAULT_SIZE = 10;
    private static final int LARGEST_SIZE = 200;
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final HttpServletRequest request;
    private final int page;
    private final int size;

    Query(HttpServletRequest request, boolean rejectOversize) {
        this.request = request;
        this.page = number("page", 0);
        int asked = number("size", DEFAULT_SIZE);
        if (page < 0) {
            throw Problem.badField("page");
        }
        if (asked < 1 || asked > LARGEST_SIZE && rejectOversize) {
            throw Problem.badField("size");
        }
        this.size = Math.min(asked, LARGEST_SIZE);
    }

    int page() {
        return page;
    }

    int size() {
        return size;
    }

    @Nullable String text(String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.trim();
    }

    @Nullable String oneOf(String name, List<String> allowed) {
        String value = text(name);
        if (value != null && !allowed.contains(value)) {
            throw Problem.badField(name);
        }
        return value;
    }

    @Nullable String uuid(String name) {
        String value = text(name);
        if (value != null && !UUID.matcher(value).matches()) {
            throw Problem.badField(name);
        }
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    @Nullable Boolean flag(String name) {
        String value = oneOf(name, List.of("true", "false"));
        return value == null ? null : Boolean.valueOf(value);
    }

    /** The sort key as "name" or "name,desc" in lower case; only the given names are known. */
    @Nullable String sort(List<String> names) {
        String value = text("sort");
        if (value == null) {
            return null;
        }
        String[] parts = value.split(",", 2);
        boolean known = names.contains(parts[0]) && (parts.length == 1 || parts[1].equalsIgnoreCase("asc") || parts[1].equalsIgnoreCase("desc"));
        if (!known) {
            throw Problem.badField("sort");
        }
        return parts.length == 2 && parts[1].equalsIgnoreCase("desc") ? parts[0] + ",desc" : parts[0];
    }

    /** Keeps what a filter lets through; without a value everything. */
    static <T, V> Predicate<T> filter(@Nullable V value, BiPredicate<T, V> test) {
        return row -> value == null || test.test(row, value);
    }

    private int number(String name, int otherwise) {
        String value = text(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException malformed) {
            throw Problem.badField(name);
        }
    }
}
