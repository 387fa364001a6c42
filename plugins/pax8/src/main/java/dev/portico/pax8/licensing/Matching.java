package dev.portico.pax8.licensing;

import dev.portico.api.host.CurrentUser.CompanyScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A filter and the companies a user may see, as a condition on {@code subscription s}. It names only columns that every
 * index of the list has, and only those that the filter needs, so that PostgreSQL plans for exactly this question.
 *
 * @param condition SQL with named parameters
 * @param fewCompanies whether it is only about few companies, whose rows are better read and sorted than found one by one
 *     in the order of all
 */
record Matching(String condition, Map<String, Object> parameters, boolean fewCompanies) {

    private static final int FEW = 500;

    Matching {
        parameters = Map.copyOf(parameters);
    }

    static Matching of(SubscriptionFilter filter, CompanyScope scope) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        // why also for all: subscriptions of companies that are not mapped are not shown, and not in the indexes
        conditions.add("s.portal_company_id is not null");
        if (scope instanceof CompanyScope.Only only) {
            conditions.add("s.portal_company_id = any (cast(:scope as uuid[]))");
            parameters.put("scope", array(only));
        }
        String text = filter.text().strip().toLowerCase(Locale.ROOT);
        if (!text.isEmpty()) {
            conditions.add("""
                    (strpos(s.listing_key, :text) > 0 or s.portal_company_id in (
                        select id from portal.company_directory where strpos(lower(name), :text) > 0))""");
            parameters.put("text", text);
        }
        filter.status().ifPresent(status -> {
            conditions.add("s.status = :status");
            parameters.put("status", status);
        });
        filter.vendor().ifPresent(vendor -> {
            conditions.add("s.vendor_name = :vendor");
            parameters.put("vendor", vendor);
        });
        filter.company().ifPresent(company -> {
            conditions.add("s.portal_company_id = :company");
            parameters.put("company", company);
        });
        boolean few = filter.company().isPresent()
                || scope instanceof CompanyScope.Only only && only.ids().size() <= FEW;
        return new Matching(String.join(" and ", conditions), parameters, few);
    }

    private static String array(CompanyScope.Only only) {
        return only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
