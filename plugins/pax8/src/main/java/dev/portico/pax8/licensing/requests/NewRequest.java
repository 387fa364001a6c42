package dev.portico.pax8.licensing.requests;

import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.Rule;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/** A request that is about to be made. */
record NewRequest(
        UUID id,
        RequestState state,
        Subject subject,
        long wantedSeats,
        String requestedBy,
        boolean byClient,
        String note,
        Optional<Instant> scheduledFor,
        Rule rule,
        String reason,
        int settingsVersion,
        DecisionCase decisionCase) {

    /** The values of its columns. */
    Map<String, Object> values(RequestRows rows) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("state", state.name());
        values.put("subscription", subject.subscriptionId());
        values.put("company", subject.portalCompanyId());
        values.put("companyName", subject.companyName());
        values.put("product", value(Types.OTHER, subject.productId().orElse(null)));
        values.put("productName", subject.productName());
        values.put("vendor", subject.vendorName());
        values.put("base", subject.seats());
        values.put("wanted", wantedSeats);
        values.put("by", requestedBy);
        values.put("byClient", byClient);
        values.put("note", note);
        values.put("outcome", rule.outcome().name());
        values.put("rule", rule.name());
        values.put("reason", reason);
        values.put("settings", settingsVersion);
        values.put("case", rows.json(decisionCase));
        values.put("billingTerm", subject.money().billingTerm());
        values.put("price", value(Types.NUMERIC, subject.money().price().orElse(null)));
        values.put("cost", value(Types.NUMERIC, subject.money().cost().orElse(null)));
        values.put("currency", subject.money().currency());
        values.put("commitmentEnd", time(subject.commitmentEnd()));
        values.put("scheduledFor", time(scheduledFor));
        return values;
    }

    private static Object time(Optional<Instant> instant) {
        return value(Types.TIMESTAMP_WITH_TIMEZONE, instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
    }

    private static Object value(int type, @Nullable Object value) {
        return new SqlParameterValue(type, value);
    }
}
