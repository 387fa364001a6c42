package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.host.plugins.DataCount;
import dev.portico.host.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the portal keeps for a plugin, in words. */
final class DataWords {

    private static final Texts TEXTS = Texts.of("plugins");
    private static final String ROWS = "rows:";

    private DataWords() {}

    /** Every count, as a list; says so if there is nothing. */
    static UnorderedList list(List<DataCount> counts) {
        UnorderedList list = new UnorderedList();
        counts.forEach(count -> list.add(new ListItem(of(count))));
        if (counts.isEmpty()) {
            list.add(new ListItem(TEXTS.text("data.nothing")));
        }
        return list;
    }

    /** One line, with the rows of all tables together. */
    static String summary(List<DataCount> counts) {
        List<DataCount> tables = counts.stream().filter(it -> it.kind().startsWith(ROWS)).toList();
        List<String> words = new ArrayList<>();
        if (!tables.isEmpty()) {
            long rows = tables.stream().mapToLong(DataCount::count).sum();
            words.add(TEXTS.text("data.tables", rows, tables.size()));
        }
        counts.stream().filter(it -> !tables.contains(it)).map(DataWords::of).forEach(words::add);
        return words.isEmpty() ? TEXTS.text("data.nothing") : String.join(", ", words);
    }

    static String of(DataCount count) {
        return switch (count.kind()) {
            case "secrets", "runs", "schedules", "connections", "notices", "grants" ->
                TEXTS.text("data." + count.kind(), count.count());
            default ->
                count.kind().startsWith(ROWS)
                        ? TEXTS.text("data.rows", count.count(), count.kind().substring(ROWS.length()))
                        : TEXTS.text("data.other", count.count(), count.kind());
        };
    }

    /** Counts as the history keeps them: {@code kind=count}, separated by commas. */
    static String ofHistory(String kept) {
        return kept.isBlank()
                ? ""
                : java.util.Arrays.stream(kept.split(", "))
                        .map(it -> it.split("=", 2))
                        .filter(it -> it.length == 2 && it[1].matches("\\d{1,18}"))
                        .map(it -> new DataCount(it[0], Long.parseLong(it[1])))
                        .collect(Collectors.collectingAndThen(Collectors.toList(), DataWords::summary));
    }
}
