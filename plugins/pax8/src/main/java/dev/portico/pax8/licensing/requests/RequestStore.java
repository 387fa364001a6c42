package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps requests; asks for no permission.
 *
 * <p>Every change is one transaction that writes the step beside it, and happens only if the request still is as the
 * caller knows it. So of two who change a request at once, on whichever node, exactly one does.
 */
public final class RequestStore {

    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RequestRows rows;
    private final Clock clock;

    RequestStore(JdbcClient jdbc, TransactionTemplate transaction, RequestRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Adds a request with its first step.
     *
     * @throws DuplicateKeyException if another one is open for the subscription
     */
    SeatRequest add(NewRequest request) {
        return in(() -> {
            Instant now = clock.instant();
            jdbc.sql("""
                            insert into seat_request (
                                id, version, state, subscription_id, portal_company_id, company_name, product_id,
                                product_name, vendor_name, base_seats, wanted_seats, requested_by, by_client, note,
                                outcome, rule, reason, settings_version, decision_case, billing_term, price,
                                partner_cost, currency, commitment_end, scheduled_for, decided_by, decision_note, sends,
                                checks, problem, created_at, changed_at)
                            values (:id, 1, :state, :subscription, :company, :companyName, :product, :productName,
                                    :vendor, :base, :wanted, :by, :byClient, :note, :outcome, :rule, :reason, :settings,
                                    cast(:case as jsonb), :billingTerm, :price, :cost, :currency, :commitmentEnd,
                                    :scheduledFor, '', '', 0, 0, '', :now, :now)
                            """)
                    .params(request.values(rows))
                    .param("now", Timestamp.from(now))
                    .update();
            writeStep(request.id(), now, request.requestedBy(), Step.ASK, null, request.state(), request.reason());
            return get(request.id());
        });
    }

    /**
     * Carries out a step; nothing happens, and the result is empty, if the request is not any more as it is given here.
     *
     * @throws IllegalStateException if the step is not allowed in the request's state
     * @throws DuplicateKeyException if the step opens it again and another one is open for the subscription
     */
    public Optional<SeatRequest> change(SeatRequest request, Change change) {
        RequestState to = request.state()
                .after(change.step())
                .orElseThrow(() -> new IllegalStateException(
                        "Request " + request.number() + " is " + request.state() + ": no " + change.step()));
        return in(() -> {
            Instant now = clock.instant();
            String values = change.values().keySet().stream()
                    .map(column -> ", " + column + " = :" + column)
                    .collect(Collectors.joining());
            int changed = jdbc.sql("""
                            update seat_request
                            set state = :to, version = version + 1, changed_at = :now,
                                closed_at = case when :open then null else cast(:now as timestamptz) end %s
                            where id = :id and version = :version and state = :from
                            """.formatted(values))
                    .params(change.values())
                    .param("to", to.name())
                    .param("from", request.state().name())
                    .param("open", to.open())
                    .param("now", Timestamp.from(now))
                    .param("id", request.id())
                    .param("version", request.version())
                    .update();
            if (changed == 0) {
                return Optional.empty();
            }
            writeStep(request.id(), now, change.actor(), change.step(), request.state(), to, change.text());
            return Optional.of(get(request.id()));
        });
    }

    /** The request; empty if there is none, or its company is not in the scope. */
    public Optional<SeatRequest> find(UUID id, CompanyScope scope) {
        return jdbc.sql("""
                        select r.* from seat_request r
                        where r.id = :id and (:everyCompany or r.portal_company_id = any (cast(:scope as uuid[])))
                        """)
                .param("id", id)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", RequestRows.array(scope))
                .query(rows::request)
                .optional();
    }

    /** The request, which is there. */
    public SeatRequest get(UUID id) {
        return find(id, new CompanyScope.All()).orElseThrow();
    }

    /** Requests in one of the states, oldest first; not more than a few hundred at once. */
    public List<SeatRequest> in(Collection<RequestState> states) {
        return jdbc.sql("select r.* from seat_request r where r.state in (%s) order by r.number limit %d"
                        .formatted(RequestRows.names(states), MOST_AT_ONCE))
                .query(rows::request)
                .list();
    }

    /** What happened to it, oldest first. */
    List<RequestStep> steps(UUID id) {
        return jdbc.sql("select * from seat_request_step where request_id = ? order by id")
                .param(id)
                .query(rows::step)
                .list();
    }

    private void writeStep(
            UUID id, Instant now, String actor, Step step, @Nullable RequestState from, RequestState to, String text) {
        jdbc.sql("""
                        insert into seat_request_step (request_id, at, actor, step, from_state, to_state, text, told)
                        values (?, ?, ?, ?, ?, ?, ?, false)
                        """)
                .params(id, Timestamp.from(now), actor, step.name(), from == null ? null : from.name(), to.name(), text)
                .update();
    }

    private <T> T in(Work<T> work) {
        return transaction.execute(status -> work.work());
    }

    private interface Work<T> {

        T work();
    }
}
