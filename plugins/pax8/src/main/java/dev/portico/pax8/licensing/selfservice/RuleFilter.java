package dev.portico.pax8.licensing.selfservice;

/**
 * Which subscriptions to list with their rules.
 *
 * @param text part of product, vendor or company name, without regard to case; empty matches all
 * @param ownOnly only those that set something for themselves
 */
public record RuleFilter(String text, boolean ownOnly) {

    public static final RuleFilter NONE = new RuleFilter("", false);

    /** Whether it matches everything. */
    public boolean isEmpty() {
        return text.isBlank() && !ownOnly;
    }

    /** Order of the list; equal rows follow by product, vendor and id, in the same direction. */
    public enum Sort {
        PRODUCT(""),
        COMPANY("lower(d.name)"),
        SEATS("s.quantity");

        private final String first;

        Sort(String first) {
            this.first = first;
        }

        String order(boolean ascending) {
            String direction = ascending ? " asc" : " desc";
            String rest = "s.listing_key" + direction + ", s.id" + direction;
            return first.isEmpty() ? rest : first + direction + ", " + rest;
        }

        /** A query for the ids of a page. */
        String ids(String condition, boolean ascending, int offset, int limit) {
            String companies = this == COMPANY ? " join portal.company_directory d on d.id = s.portal_company_id" : "";
            return "select s.id from subscription s" + companies + " where " + condition + " order by "
                    + order(ascending) + " limit " + limit + " offset " + offset;
        }
    }
}
