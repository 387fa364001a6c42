package dev.portico.pax8.sync;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a page of rows in one statement, which is its own transaction. Rows that are equal already are not touched at
 * all, so that an unchanged sync writes nothing. Each column travels as an array of texts, which PostgreSQL casts.
 * {@code offset 0} makes PostgreSQL look up each row by its key; else it would read the whole table for every page.
 */
final class PageUpsert<T> {

    private final String sql;
    private final List<Function<T, @Nullable Object>> values;

    private PageUpsert(String sql, List<Function<T, @Nullable Object>> values) {
        this.sql = sql;
        this.values = values;
    }

    /** A statement for a table with the key {@code id} and the columns {@code first_seen_at} and {@code changed_at}. */
    static <T> Builder<T> into(String table) {
        return new Builder<>(table);
    }

    Written write(JdbcClient jdbc, List<T> rows, Instant now) {
        if (rows.isEmpty()) {
            return new Written(0, 0);
        }
        List<Object> arguments = new ArrayList<>();
        arguments.add(now.atOffset(ZoneOffset.UTC));
        arguments.add(now.atOffset(ZoneOffset.UTC));
        values.forEach(value -> arguments.add(rows.stream().map(value).map(PageUpsert::text).toArray(String[]::new)));
        return jdbc.sql(sql)
                .params(arguments)
                .query((row, number) -> new Written(row.getLong("added"), row.getLong("changed")))
                .single();
    }

    /** PostgreSQL's texts cannot hold the character 0. */
    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString().replace("\0", "");
    }

    /** Rows that were new, and rows that differed. */
    record Written(long added, long changed) {}

    /** Collects the columns. */
    static final class Builder<T> {

        private final String table;
        private final List<String> names = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final List<Function<T, @Nullable Object>> values = new ArrayList<>();
        private String condition = "";
        private String lock = "";

        private Builder(String table) {
            this.table = table;
        }

        Builder<T> column(String name, String type, Function<T, @Nullable Object> value) {
            names.add(name);
            types.add(type);
            values.add(value);
            return this;
        }

        /** A text that may not be null: what was not sent is empty. */
        Builder<T> text(String name, Function<T, @Nullable String> value) {
            return column(name, "text", row -> {
                String text = value.apply(row);
                return text == null ? "" : text;
            });
        }

        /** Joins, and locks, rows without which a row {@code i} is not written. */
        Builder<T> onlyWith(String join, String lock) {
            condition = join;
            this.lock = lock;
            return this;
        }

        PageUpsert<T> build() {
            String columns = String.join(", ", names);
            List<String> contents = names.subList(1, names.size());
            String sql =
                    """
                    with written as (
                        insert into %1$s as o (%2$s, first_seen_at, changed_at)
                        select %3$s, ?, ?
                        from unnest(%4$s) as i (%2$s)
                        %5$s
                        left join lateral (select * from %1$s r where r.id = i.id offset 0) k on true
                        where k.id is null or row (%6$s) is distinct from row (%3$s)
                        %7$s
                        on conflict (id) do update set %8$s, changed_at = excluded.changed_at
                        returning xmax = 0 as added
                    )
                    select count(*) filter (where added) as added, count(*) filter (where not added) as changed
                    from written
                    """
                            .formatted(
                                    table,
                                    columns,
                                    prefixed("i.", names),
                                    types.stream().map("cast(? as %s[])"::formatted).collect(Collectors.joining(", ")),
                                    condition,
                                    prefixed("k.", names),
                                    lock,
                                    contents.stream()
                                            .map(name -> name + " = excluded." + name)
                                            .collect(Collectors.joining(", ")));
            return new PageUpsert<>(sql, List.copyOf(values));
        }

        private static String prefixed(String prefix, List<String> names) {
            return names.stream().map(prefix::concat).collect(Collectors.joining(", "));
        }
    }
}
