package dev.portico.pax8.licensing.productrequests;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.licensing.catalog.ClientProduct;
import dev.portico.pax8.licensing.productrequests.ProductRequest.State;
import dev.portico.pax8.licensing.productrequests.ProductRequestFilter.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Keeps wishes for products; asks for no permission, but reads within a scope only. */
final class ProductRequestStore {

    private static final String MATCHING = """
            from product_request
            where (:everyCompany or portal_company_id = any (cast(:scope as uuid[])))
              and (:text = '' or strpos(lower(product_name), :text) > 0 or strpos(lower(vendor_name), :text) > 0
                   or strpos(lower(company_name), :text) > 0 or strpos(lower(requested_by), :text) > 0
                   or cast(number as text) = :text)
              and (:states = '{}' or state = any (cast(:states as text[])))
            """;

    private final JdbcClient jdbc;

    ProductRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProductRequest> page(
            ProductRequestFilter filter, CompanyScope scope, Sort sort, boolean ascending, int offset, int limit) {
        return matching("select * " + MATCHING + "order by " + sort.sql(ascending) + " limit :limit offset :offset",
                        filter, scope)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> request(row))
                .list();
    }

    long count(ProductRequestFilter filter, CompanyScope scope) {
        return matching("select count(*) " + MATCHING, filter, scope).query(Long.class).single();
    }

    Optional<ProductRequest> find(UUID id, CompanyScope scope) {
        return matching("select * " + MATCHING + "and id = :id", ProductRequestFilter.NONE, scope)
                .param("id", id)
                .query((row, number) -> request(row))
                .optional();
    }

    /** Products that the company has an open wish for. */
    Set<UUID> openProducts(UUID company, CompanyScope scope) {
        return Set.copyOf(matching(
                        "select product_id " + MATCHING + "and state = 'OPEN' and portal_company_id = :company",
                        ProductRequestFilter.NONE,
                        scope)
                .param("company", company)
                .query(UUID.class)
                .list());
    }

    /** Adds a wish, unless the same company has an open one for the product. */
    Optional<ProductRequest> add(UUID company, ClientProduct product, long seats, String note, String by, Instant now) {
        return jdbc.sql("""
                        insert into product_request (id, version, state, portal_company_id, company_name, product_id,
                                                     product_name, vendor_name, seats, note, requested_by, answer,
                                                     answered_by, created_at, changed_at)
                        select gen_random_uuid(), 1, 'OPEN', d.id, d.name, :product, :name, :vendor, :seats, :note, :by,
                               '', '', :now, :now
                        from portal.company_directory d
                        where d.id = :company
                        on conflict (portal_company_id, product_id) where state = 'OPEN' do nothing
                        returning *
                        """)
                .param("company", company)
                .param("product", product.id())
                .param("name", product.name())
                .param("vendor", product.vendor())
                .param("seats", seats)
                .param("note", note)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query((row, number) -> request(row))
                .optional();
    }

    /** Closes an open wish; empty if it is not any more as it was. */
    Optional<ProductRequest> close(UUID id, int version, State state, String answer, String by, Instant now) {
        return jdbc.sql("""
                        update product_request
                        set state = :state, version = version + 1, answer = :answer, answered_by = :by, changed_at = :now
                        where id = :id and version = :version and state = 'OPEN'
                        returning *
                        """)
                .param("id", id)
                .param("version", version)
                .param("state", state.name())
                .param("answer", answer)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query((row, number) -> request(row))
                .optional();
    }

    private StatementSpec matching(String sql, ProductRequestFilter filter, CompanyScope scope) {
        return jdbc.sql(sql)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", scope instanceof CompanyScope.Only only
                        ? only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"))
                        : "{}")
                .param("text", filter.text().strip().toLowerCase(Locale.ROOT))
                .param("states", filter.states().stream().map(State::name).collect(Collectors.joining(",", "{", "}")));
    }

    private static ProductRequest request(ResultSet row) throws SQLException {
        return new ProductRequest(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getObject("portal_company_id", UUID.class),
                row.getString("company_name"),
                row.getObject("product_id", UUID.class),
                row.getString("product_name"),
                row.getString("vendor_name"),
                row.getLong("seats"),
                row.getString("note"),
                row.getString("requested_by"),
                row.getString("answer"),
                row.getString("answered_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
