package dev.portico.pax8.licensing.catalog;

import java.util.Optional;

/**
 * Which products to manage.
 *
 * @param text part of the name, without regard to case; empty matches all
 * @param vendor its exact name
 * @param category its exact name; an empty text matches products without one
 * @param visible whether clients see it
 */
public record CatalogFilter(
        String text, Optional<String> vendor, Optional<String> category, Optional<Boolean> visible) {

    public static final CatalogFilter NONE =
            new CatalogFilter("", Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether it matches everything. */
    public boolean isEmpty() {
        return text.isBlank() && vendor.isEmpty() && category.isEmpty() && visible.isEmpty();
    }

    /** Order of the list. */
    public enum Sort {
        NAME("lower(p.name)"),
        VENDOR("lower(p.vendor_name)"),
        CATEGORY("nullif(lower(coalesce(e.category, '')), '')"),
        PRICE("r.retail_price"),
        VISIBLE(CatalogSql.VISIBLE),
        FEATURED("coalesce(e.featured, false)");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String sql(boolean ascending) {
            String order = column + (ascending ? " asc" : " desc");
            return this == NAME ? order + ", p.id" : order + " nulls last, lower(p.name), p.id";
        }
    }
}
