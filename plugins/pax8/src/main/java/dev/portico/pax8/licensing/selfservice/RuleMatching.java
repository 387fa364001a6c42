package dev.portico.pax8.licensing.selfservice;

import dev.portico.api.host.CurrentUser.CompanyScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A filter and the companies a user may see, as a condition on {@code subscription s} that names only columns of the
 * indexes that lists are read from.
 *
 * @param condition SQL with named parameters
 */
record RuleMatching(String condition, Map<String, Object> parameters) {

    RuleMatching {
        parameters = Map.copyOf(parameters);
    }

    static RuleMatching of(RuleFilter filter, CompanyScope scope) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        // why also for all: subscriptions of companies that are not mapped are not shown, and not in the indexes
        conditions.add("s.portal_company_id is not null and s.status not in ('Cancelled', 'Converted')");
        if (scope instanceof CompanyScope.Only only) {
            conditions.add("s.portal_company_id = any (cast(:scope as uuid[]))");
            parameters.put(
                    "scope", only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
        }
        String text = filter.text().strip().toLowerCase(Locale.ROOT);
        if (!text.isEmpty()) {
            conditions.add("""
                    (strpos(s.listing_key, :text) > 0 or s.portal_company_id in (
                        select id from portal.company_directory where strpos(lower(name), :text) > 0))""");
            parameters.put("text", text);
        }
        if (filter.ownOnly()) {
            conditions.add("s.id in (select subscription_id from subscription_rule)");
        }
        return new RuleMatching(String.join(" and ", conditions), parameters);
    }
}
