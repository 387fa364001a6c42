package dev.portico.pax8.licensing.catalog;

import dev.portico.api.host.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The catalog as clients see it: visible products only, featured ones first, never what they cost the MSP. Needs
 * {@code read_licensing}. Prices are read if the settings show them to clients, or for users with
 * {@code manage_licensing}.
 */
public final class ClientCatalog {

    private static final String MATCHING = CatalogSql.PRODUCTS + CatalogSql.PRICE + """
            where p.listed and %s
              and (:text = '' or strpos(lower(p.name), :text) > 0)
              and (cast(:vendor as text) is null or p.vendor_name = :vendor)
              and (cast(:category as text) is null or e.category = :category)
            """.formatted(CatalogSql.VISIBLE);

    private static final String COLUMNS = """
            select p.id, p.name, p.vendor_name, coalesce(e.category, '') as category, p.short_description,
                   coalesce(e.featured, false) as featured, r.billing_term,
                   case when g.clients_see_prices or :manager then r.retail_price end as retail_price
            """;

    private final JdbcClient database;
    private final CurrentUser user;

    ClientCatalog(JdbcClient database, CurrentUser user) {
        this.database = database;
        this.user = user;
    }

    /** Part of what matches, featured products first, each part by name. */
    public List<ClientProduct> page(ClientFilter filter, int offset, int limit) {
        return matching(
                        COLUMNS + MATCHING
                                + "order by coalesce(e.featured, false) desc, lower(p.name), p.id"
                                + " limit :limit offset :offset",
                        filter)
                .param("manager", user.may("manage_licensing"))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> product(row))
                .list();
    }

    /** How many match. */
    public long count(ClientFilter filter) {
        return matching("select count(*) " + MATCHING, filter).query(Long.class).single();
    }

    /** The product, if clients may see it. */
    public Optional<ClientProduct> find(UUID productId) {
        return matching(COLUMNS + MATCHING + "and p.id = :id", ClientFilter.NONE)
                .param("manager", user.may("manage_licensing"))
                .param("id", productId)
                .query((row, number) -> product(row))
                .optional();
    }

    /** Vendors and categories of visible products, to choose filters from. */
    public Choices choices() {
        return new Choices(distinct("p.vendor_name"), distinct("e.category"));
    }

    private List<String> distinct(String column) {
        return matching(
                        "select distinct " + column + " as value " + MATCHING + "and " + column
                                + " <> '' order by value",
                        ClientFilter.NONE)
                .query(String.class)
                .list();
    }

    private StatementSpec matching(String sql, ClientFilter filter) {
        user.require("read_licensing");
        return database.sql(sql)
                .param("text", filter.text().strip().toLowerCase(Locale.ROOT))
                .param("vendor", filter.vendor().orElse(null))
                .param("category", filter.category().orElse(null));
    }

    private static ClientProduct product(ResultSet row) throws SQLException {
        return new ClientProduct(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("vendor_name"),
                row.getString("category"),
                row.getString("short_description"),
                row.getBoolean("featured"),
                CatalogSql.price(row));
    }

    /** What filters can be set to. */
    public record Choices(List<String> vendors, List<String> categories) {}
}
