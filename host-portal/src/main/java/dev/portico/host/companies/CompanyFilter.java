package dev.portico.host.companies;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a list of companies shows.
 *
 * @param text in name, city or website, regardless of case; empty matches all
 * @param sorting first is strongest; by name if empty
 */
record CompanyFilter(String text, List<Sorting> sorting) {

    /** The order by clause; the last column makes it total, so that pages neither repeat nor skip rows. */
    String order() {
        Stream<String> wanted =
                sorting.stream().map(each -> each.column().sql + (each.descending() ? " desc" : ""));
        return Stream.concat(wanted, Stream.of(SortColumn.NAME.sql, "id")).collect(Collectors.joining(", "));
    }

    /** One column to sort by. */
    record Sorting(SortColumn column, boolean descending) {}

    /** Columns one can sort by; what stands in the SQL comes from here only. */
    enum SortColumn {
        NAME("lower(name)"),
        CITY("lower(city)"),
        COUNTRY("country");

        private final String sql;

        SortColumn(String sql) {
            this.sql = sql;
        }
    }
}
