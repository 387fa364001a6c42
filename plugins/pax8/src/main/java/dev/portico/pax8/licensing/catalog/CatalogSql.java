package dev.portico.pax8.licensing.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Parts of statements that both sides of the catalog use. */
final class CatalogSql {

    /** Products that Pax8 offers, with what was set for them; new_visible: how those stand that nobody has decided on. */
    static final String PRODUCTS = """
            from product p
            left join catalog_entry e on e.product_id = p.id
            cross join (select new_products_visible as new_visible, clients_see_prices
                        from licensing_settings order by version desc limit 1) g
            """;

    static final String VISIBLE = "coalesce(e.visible, g.new_visible)";

    /** A price per product, see {@link RetailPrice}. */
    static final String PRICE = """
            left join lateral (
                select retail_price, billing_term from product_price
                where product_id = p.id and retail_price is not null
                order by (billing_term = 'Monthly') desc, from_seats nulls first, position
                limit 1
            ) r on true
            """;

    private CatalogSql() {}

    static Optional<RetailPrice> price(ResultSet row) throws SQLException {
        return row.getBigDecimal("retail_price") == null
                ? Optional.empty()
                : Optional.of(new RetailPrice(row.getBigDecimal("retail_price"), row.getString("billing_term")));
    }
}
