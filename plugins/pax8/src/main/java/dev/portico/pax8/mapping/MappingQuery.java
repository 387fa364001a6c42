package dev.portico.pax8.mapping;

/**
 * Which Pax8 companies to list.
 *
 * @param text part of the company's name, city or portal company, without regard to case; empty matches all
 */
public record MappingQuery(Filter filter, String text, Sort sort, boolean ascending) {

    /** All companies by name. */
    public static final MappingQuery EVERYTHING = new MappingQuery(Filter.ALL, "", Sort.NAME, true);

    /** By mapping. */
    public enum Filter {
        ALL,
        MAPPED,
        UNMAPPED
    }

    /** Order of the list; companies that are equal in it stand in the order of their names. */
    public enum Sort {
        NAME("lower(c.name)"),
        PORTAL_COMPANY("lower(d.name)"),
        SEATS("seats");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String sql(boolean ascending) {
            return column + (ascending ? " asc" : " desc") + " nulls last, lower(c.name), c.id";
        }
    }
}
