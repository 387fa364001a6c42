package dev.portico.pax8.licensing.productrequests;

import dev.portico.pax8.licensing.productrequests.ProductRequest.State;
import java.util.Set;

/**
 * Which wishes to show.
 *
 * @param text part of product, vendor, company, requester or the number, without regard to case; empty matches all
 * @param states empty matches all
 */
public record ProductRequestFilter(String text, Set<State> states) {

    public static final ProductRequestFilter NONE = new ProductRequestFilter("", Set.of());

    public ProductRequestFilter {
        states = Set.copyOf(states);
    }

    /** What the list can be sorted by. */
    public enum Sort {
        PRODUCT("lower(product_name)"),
        COMPANY("lower(company_name)"),
        SEATS("seats"),
        STATE("state"),
        CREATED("created_at");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String sql(boolean ascending) {
            return column + (ascending ? " asc" : " desc") + ", number desc";
        }
    }
}
