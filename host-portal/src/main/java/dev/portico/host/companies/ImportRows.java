package dev.portico.host.companies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.portico.host.companies.CompanyImport.Preview;
import dev.portico.host.companies.CompanyImport.Row;
import dev.portico.host.companies.CompanyImport.Verdict;
import dev.portico.host.texts.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows the lines of an import, those with problems first. */
final class ImportRows {

    private static final Texts TEXTS = Texts.of("companies");
    private static final List<Verdict> WORST_FIRST = List.of(Verdict.WRONG, Verdict.NEW, Verdict.EXISTS);

    private static final int FEW = 6;

    private ImportRows() {}

    static Component summary(Preview preview) {
        Div summary = new Div();
        summary.addClassName("chips");
        summary.getElement().setAttribute("role", "status");
        for (Verdict verdict : List.of(Verdict.NEW, Verdict.EXISTS, Verdict.WRONG)) {
            int count = preview.count(verdict);
            if (count > 0) {
                summary.add(badge(TEXTS.text("import.count." + key(verdict), count), verdict));
            }
        }
        return summary;
    }

    static Grid<Row> grid(Preview preview) {
        Grid<Row> grid = new Grid<>();
        grid.addColumn(row -> row.line().number())
                .setHeader(TEXTS.text("import.line"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(new ComponentRenderer<>(ImportRows::company))
                .setHeader(TEXTS.text("name"))
                .setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(ImportRows::outcome))
                .setHeader(TEXTS.text("import.outcome"))
                .setFlexGrow(2);
        grid.setItems(preview.rows().stream()
                .sorted(Comparator.comparing((Row row) -> WORST_FIRST.indexOf(row.verdict()))
                        .thenComparing(row -> row.line().number()))
                .toList());
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        if (preview.rows().size() <= FEW) {
            grid.setAllRowsVisible(true);
        } else {
            grid.setHeight("min(24rem, 50vh)");
        }
        return grid;
    }

    private static Component company(Row row) {
        CompanyInput input = row.line().input();
        Span second = new Span(List.of(input.city(), input.country(), input.website()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        second.addClassName("muted");
        Div cell = new Div(new Span(input.name().isEmpty() ? TEXTS.text("import.no-name") : input.name()), second);
        cell.addClassName("two-lines");
        return cell;
    }

    private static Component outcome(Row row) {
        Div cell = new Div(badge(TEXTS.text("import.verdict." + key(row.verdict())), row.verdict()));
        row.line().problems().stream().map(ImportDialog::textOf).forEach(text -> {
            Span words = new Span(text);
            words.addClassName("muted");
            cell.add(words);
        });
        cell.addClassName("two-lines");
        return cell;
    }

    private static Badge badge(String text, Verdict verdict) {
        Badge badge = new Badge(text);
        if (verdict == Verdict.NEW) {
            badge.addThemeVariants(BadgeVariant.SUCCESS);
        } else if (verdict == Verdict.WRONG) {
            badge.addThemeVariants(BadgeVariant.ERROR);
        }
        return badge;
    }

    private static String key(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
