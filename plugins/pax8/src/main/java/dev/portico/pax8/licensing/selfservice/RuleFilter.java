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

    /** Order of the list. */
    public enum Sort {
        PRODUCT("lower(" + SubscriptionRules.PRODUCT + ")"),
        COMPANY("lower(d.name)"),
        SEATS("s.quantity");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String sql(boolean ascending) {
            return column + (ascending ? " asc" : " desc") + " nulls last, s.id";
        }
    }
}
