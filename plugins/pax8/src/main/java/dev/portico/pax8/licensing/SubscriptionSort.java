package dev.portico.pax8.licensing;

/**
 * Order of the list. Equal rows follow by product, vendor and id in the same direction, so that descending is exactly
 * ascending read from the end, which one index serves.
 */
enum SubscriptionSort {
    PRODUCT("s.listing_key"),
    COMPANY("lower(d.name)"),
    SEATS("s.quantity"),
    STATUS("s.status"),
    TERM("s.billing_term"),
    COMMITMENT_END("s.commitment_end"),
    COST(SubscriptionSort.COST_NOW);

    /** A month's cost at this moment: what has ended costs nothing any more. */
    static final String COST_NOW = "case when s.live_until > :now then s.monthly_cost else 0 end";

    private static final String LASTING = "s.end_date is null and s.monthly_cost is not null";

    private final String column;

    SubscriptionSort(String column) {
        this.column = column;
    }

    /** What comes after {@code order by}; unknown values stand at the end either way. */
    String order(boolean ascending) {
        boolean mayBeUnknown = this == COMMITMENT_END || this == COST;
        return order(mayBeUnknown && !ascending ? column + " desc nulls last" : column + direction(ascending), ascending);
    }

    /**
     * A query for the ids of a page. Read from an index alone wherever it starts: rows that are skipped are not joined,
     * and those of the page only once their ids are known.
     */
    String ids(Matching matching, boolean ascending, int offset, int limit) {
        String condition = matching.condition();
        // why no parameters: PostgreSQL is to plan for this very page
        String page = " limit " + limit + " offset " + offset;
        if (matching.fewCompanies()) {
            // why offset 0: it keeps PostgreSQL from walking through an index of all in search of these few
            return """
                    select s.id from (select * from subscription s where %s offset 0) s
                    join portal.company_directory d on d.id = s.portal_company_id
                    order by %s""".formatted(condition, order(ascending)) + page;
        }
        return switch (this) {
            case COMPANY -> """
                    select s.id from subscription s join portal.company_directory d on d.id = s.portal_company_id
                    where %s order by %s""".formatted(condition, order(ascending)) + page;
            case COST -> idsByCost(condition, ascending) + page;
            default -> "select s.id from subscription s where %s order by %s".formatted(condition, order(ascending)) + page;
        };
    }

    /** Two lists that are merged: the index knows the costs that last, the others depend on the day. */
    private static String idsByCost(String condition, boolean ascending) {
        String changing = ascending ? COST_NOW : "coalesce(" + COST_NOW + ", '-infinity')";
        String order = "order by " + order("cost" + direction(ascending), ascending);
        return """
                select s.id from (
                    (select s.id, s.listing_key, s.monthly_cost as cost from subscription s
                     where %1$s and %2$s %3$s)
                    union all
                    (select s.id, s.listing_key, %4$s as cost from subscription s
                     where %1$s and (%2$s) is not true %3$s)) s
                %3$s""".formatted(condition, LASTING, order, changing);
    }

    private static String order(String first, boolean ascending) {
        String rest = "s.listing_key" + direction(ascending) + ", s.id" + direction(ascending);
        return first.startsWith(PRODUCT.column) ? rest : first + ", " + rest;
    }

    private static String direction(boolean ascending) {
        return ascending ? " asc" : " desc";
    }
}
