package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.licensing.requests.SeatRequest.Money;
import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.Rule;
import dev.portico.pax8.licensing.settings.DecisionCaseJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** How requests and their steps stand in the database. */
final class RequestRows {

    /** SQL condition: the request {@code r} is open. */
    static final String OPEN = "r.state in (" + names(RequestState.OPEN) + ")";

    private final DecisionCaseJson json = new DecisionCaseJson();

    SeatRequest request(ResultSet row, int number) throws SQLException {
        return new SeatRequest(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getInt("version"),
                RequestState.valueOf(row.getString("state")),
                row.getObject("subscription_id", UUID.class),
                row.getObject("portal_company_id", UUID.class),
                row.getString("company_name"),
                Optional.ofNullable(row.getObject("product_id", UUID.class)),
                row.getString("product_name"),
                row.getString("vendor_name"),
                row.getLong("base_seats"),
                row.getLong("wanted_seats"),
                row.getString("requested_by"),
                row.getBoolean("by_client"),
                row.getString("note"),
                Rule.valueOf(row.getString("rule")),
                row.getString("reason"),
                row.getInt("settings_version"),
                json.read(row.getString("decision_case")),
                new Money(
                        row.getString("billing_term"),
                        Optional.ofNullable(row.getBigDecimal("price")),
                        Optional.ofNullable(row.getBigDecimal("partner_cost")),
                        row.getString("currency")),
                time(row, "commitment_end"),
                time(row, "scheduled_for"),
                row.getString("decided_by"),
                time(row, "decided_at"),
                row.getString("decision_note"),
                time(row, "sent_at"),
                row.getInt("sends"),
                row.getInt("checks"),
                row.getString("problem"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                time(row, "closed_at"));
    }

    RequestStep step(ResultSet row, int number) throws SQLException {
        return new RequestStep(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                RequestState.Step.valueOf(row.getString("step")),
                Optional.ofNullable(row.getString("from_state")).map(RequestState::valueOf),
                RequestState.valueOf(row.getString("to_state")),
                row.getString("text"));
    }

    String json(DecisionCase decisionCase) {
        return json.write(decisionCase);
    }

    /** The states as a list of SQL literals. */
    static String names(Collection<RequestState> states) {
        return states.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", "));
    }

    /** The companies of a scope as a PostgreSQL array; empty for all. */
    static String array(CompanyScope scope) {
        return scope instanceof CompanyScope.Only only
                ? only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"))
                : "{}";
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
