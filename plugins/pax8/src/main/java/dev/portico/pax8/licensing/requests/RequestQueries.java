package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import dev.portico.pax8.licensing.settings.SettingsStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Requests as users see them: those of companies they may see; costs only with {@code manage_licensing}, prices also
 * for clients if the MSP shows them. Needs {@code read_licensing} and throws {@link PermissionDenied} without it.
 */
public final class RequestQueries {

    private static final String MATCHING = """
            from seat_request r
            where (:everyCompany or r.portal_company_id = any (cast(:scope as uuid[])))
              and (:text = '' or strpos(lower(r.product_name), :text) > 0 or strpos(lower(r.company_name), :text) > 0
                   or strpos(lower(r.requested_by), :text) > 0 or cast(r.number as text) = ltrim(:text, '#'))
              and (:everyState or r.state = any (cast(:states as text[])))
              and (cast(:company as uuid) is null or r.portal_company_id = :company)
              and (cast(:vendor as text) is null or r.vendor_name = :vendor)
              and (cast(:subscription as uuid) is null or r.subscription_id = :subscription)
            """;

    private final JdbcClient jdbc;
    private final RequestStore store;
    private final RequestRows rows;
    private final SettingsStore settings;
    private final Acting acting;

    RequestQueries(JdbcClient jdbc, RequestStore store, RequestRows rows, SettingsStore settings, Acting acting) {
        this.jdbc = jdbc;
        this.store = store;
        this.rows = rows;
        this.settings = settings;
        this.acting = acting;
    }

    /** What the list can be sorted by. */
    public enum Sort {
        NUMBER("r.number"),
        COMPANY("lower(r.company_name)"),
        PRODUCT("lower(r.product_name)"),
        STATE("array_position(array[" + RequestRows.names(List.of(RequestState.values())) + "], r.state)"),
        CREATED("r.created_at"),
        CHANGED("r.changed_at");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        private String sql(boolean ascending) {
            return column + (ascending ? " asc, r.number asc" : " desc, r.number desc");
        }
    }

    /** One page of those that match. */
    public List<SeatRequest> page(RequestFilter filter, Sort sort, boolean ascending, int offset, int limit) {
        LicensingSettings now = settings.now();
        return matching("select r.* " + MATCHING + "order by " + sort.sql(ascending) + " limit :limit offset :offset", filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(rows::request)
                .list()
                .stream()
                .map(request -> acting.visible(request, now))
                .toList();
    }

    /** How many match. */
    public long count(RequestFilter filter) {
        return matching("select count(*) " + MATCHING, filter).query(Long.class).single();
    }

    /** One of those the user may see. */
    public Optional<SeatRequest> find(UUID id) {
        acting.mustRead();
        return store.find(id, acting.companies()).map(request -> acting.visible(request, settings.now()));
    }

    /** What happened to it, oldest first; empty for one the user may not see. */
    public List<RequestStep> history(UUID id) {
        acting.mustRead();
        return store.find(id, acting.companies()).map(request -> store.steps(request.id())).orElse(List.of());
    }

    /** How many wait for a decision of the current user; none wait for users who may not decide. */
    public long waiting() {
        return acting.decides()
                ? count(new RequestFilter(
                        "", Set.of(RequestState.PENDING), Optional.empty(), Optional.empty(), Optional.empty()))
                : 0;
    }

    private StatementSpec matching(String sql, RequestFilter filter) {
        acting.mustRead();
        CompanyScope scope = acting.companies();
        return jdbc.sql(sql)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", RequestRows.array(scope))
                .param("text", filter.text().strip().toLowerCase(Locale.ROOT))
                .param("everyState", filter.states().isEmpty())
                .param("states", filter.states().stream().map(RequestState::name).toArray(String[]::new))
                .param("company", filter.company().orElse(null))
                .param("vendor", filter.vendor().orElse(null))
                .param("subscription", filter.subscription().orElse(null));
    }
}
