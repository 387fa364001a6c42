package dev.portico.pax8.licensing.catalog;

import dev.portico.pax8.licensing.catalog.CatalogChange.Before;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The catalog in the database. */
final class CatalogStore {

    private static final String FILTER = """
            where p.listed
              and (:text = '' or strpos(lower(p.name), :text) > 0)
              and (cast(:vendor as text) is null or p.vendor_name = :vendor)
              and (cast(:category as text) is null or coalesce(e.category, '') = :category)
              and (cast(:visible as boolean) is null or %s = :visible)
            """.formatted(CatalogSql.VISIBLE);

    private static final String SELECTION = "where p.listed and p.id = any (cast(:ids as uuid[]))\n";

    private final JdbcClient database;

    CatalogStore(JdbcClient database) {
        this.database = database;
    }

    List<CatalogProduct> page(CatalogFilter filter, CatalogFilter.Sort sort, boolean ascending, int offset, int limit) {
        return matching(
                        """
                        select p.id, p.name, p.vendor_name, coalesce(e.category, '') as category, r.retail_price,
                               r.billing_term, coalesce(e.featured, false) as featured,
                        """
                                + CatalogSql.VISIBLE + " as visible\n"
                                + CatalogSql.PRODUCTS + CatalogSql.PRICE + FILTER
                                + "order by " + sort.sql(ascending) + " limit :limit offset :offset",
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> product(row))
                .list();
    }

    long count(CatalogFilter filter) {
        return matching("select count(*) " + CatalogSql.PRODUCTS + FILTER, filter)
                .query(Long.class)
                .single();
    }

    List<String> vendors() {
        return database.sql("select distinct vendor_name from product where listed and vendor_name <> '' order by 1")
                .query(String.class)
                .list();
    }

    List<String> categories() {
        return database.sql("select distinct category from catalog_entry where category <> '' order by 1")
                .query(String.class)
                .list();
    }

    Optional<String> name(UUID id) {
        return database.sql("select name from product where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** One statement finds the products, notes how they stood, and changes them. */
    CatalogChange apply(CatalogAction action, CatalogScope scope, Instant at, String by) {
        String where =
                switch (scope) {
                    case CatalogScope.Selected selected -> SELECTION;
                    case CatalogScope.Matching matching -> FILTER;
                };
        String sql =
                """
                with asked as materialized (
                    select p.id, e.visible, coalesce(e.featured, false) as featured, coalesce(e.category, '') as category,
                           e.product_id is not null as entered, %s as shown, %s as applies
                    %s%s
                ), written as (
                    insert into catalog_entry (product_id, visible, featured, category, changed_at, changed_by)
                    select id, %s, %s, category, :at, :by from asked where applies order by id
                    on conflict (product_id) do update set visible = excluded.visible, featured = excluded.featured,
                        changed_at = excluded.changed_at, changed_by = excluded.changed_by
                )
                select n.everything, n.hidden, a.id, a.visible, a.featured, a.entered
                from (select count(*) as everything, count(*) filter (where not shown) as hidden from asked) n
                left join asked a on a.applies
                """
                        .formatted(
                                CatalogSql.VISIBLE, action.applies(), CatalogSql.PRODUCTS, where, action.visible(),
                                action.featured());
        StatementSpec statement =
                switch (scope) {
                    case CatalogScope.Selected selected ->
                        database.sql(sql).param("ids", array(selected.ids(), UUID::toString));
                    case CatalogScope.Matching matching -> matching(sql, matching.filter());
                };
        ResultSetExtractor<CatalogChange> change = rows -> change(rows, action, at, by);
        return statement
                .param("at", Timestamp.from(at))
                .param("by", by)
                .query(change);
    }

    /**
     * Puts products back to how they stood, in one statement; those that somebody has changed since stay as they are.
     *
     * @return how many were put back
     */
    int restore(CatalogChange change) {
        List<Before> before = change.before();
        // why the moment in every row: as a constant it makes PostgreSQL expect one row, and compare each with each
        return database.sql(
                        """
                        with earlier as materialized (
                            select t.*, cast(:at as timestamptz) as changed_at, cast(:by as text) as changed_by
                            from unnest(cast(:ids as uuid[]), cast(:visible as boolean[]),
                                cast(:featured as boolean[]), cast(:entered as boolean[]))
                                as t (id, visible, featured, entered)
                        ), emptied as (
                            delete from catalog_entry e using earlier t
                            where e.product_id = t.id and not t.entered and e.category = ''
                              and e.changed_at = t.changed_at and e.changed_by = t.changed_by
                            returning e.product_id
                        ), restored as (
                            update catalog_entry e set visible = t.visible, featured = t.featured
                            from earlier t
                            where e.product_id = t.id and (t.entered or e.category <> '')
                              and e.changed_at = t.changed_at and e.changed_by = t.changed_by
                            returning e.product_id
                        )
                        select (select count(*) from emptied) + (select count(*) from restored)
                        """)
                .param("ids", array(before, it -> it.id().toString()))
                .param("visible", array(before, it -> String.valueOf(it.visible())))
                .param("featured", array(before, it -> String.valueOf(it.featured())))
                .param("entered", array(before, it -> String.valueOf(it.entered())))
                .param("at", Timestamp.from(change.at()))
                .param("by", change.by())
                .query(Integer.class)
                .single();
    }

    /** Leaves open whether the product is shown, if it is. */
    void categorize(UUID id, String category, Instant at, String by) {
        database.sql(
                        """
                        insert into catalog_entry (product_id, visible, featured, category, changed_at, changed_by)
                        values (:id, null, false, :category, :at, :by)
                        on conflict (product_id) do update set category = excluded.category
                        """)
                .param("id", id)
                .param("category", category)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    private StatementSpec matching(String sql, CatalogFilter filter) {
        return database.sql(sql)
                .param("text", filter.text().strip().toLowerCase(Locale.ROOT))
                .param("vendor", filter.vendor().orElse(null))
                .param("category", filter.category().orElse(null))
                .param("visible", filter.visible().orElse(null));
    }

    private static CatalogChange change(ResultSet rows, CatalogAction action, Instant at, String by)
            throws SQLException {
        long asked = 0;
        long hidden = 0;
        List<Before> before = new ArrayList<>();
        while (rows.next()) {
            asked = rows.getLong("everything");
            hidden = rows.getLong("hidden");
            UUID id = rows.getObject("id", UUID.class);
            if (id != null) {
                before.add(new Before(
                        id,
                        rows.getObject("visible", Boolean.class),
                        rows.getBoolean("featured"),
                        rows.getBoolean("entered")));
            }
        }
        return new CatalogChange(action, asked, hidden, at, by, before);
    }

    private static CatalogProduct product(ResultSet row) throws SQLException {
        return new CatalogProduct(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("vendor_name"),
                row.getString("category"),
                CatalogSql.price(row),
                row.getBoolean("visible"),
                row.getBoolean("featured"));
    }

    private static <T> String array(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(",", "{", "}"));
    }
}
