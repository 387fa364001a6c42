package dev.portico.pax8.sync;

import dev.portico.pax8.partner.PartnerProduct;
import dev.portico.pax8.sync.PageUpsert.Written;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps Pax8's catalog, and products outside of it that subscriptions refer to. */
final class ProductStore {

    private static final PageUpsert<PartnerProduct> LISTED = upsert(true);
    private static final PageUpsert<PartnerProduct> UNLISTED = upsert(false);

    private final JdbcClient jdbc;
    private final Clock clock;

    ProductStore(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    Written writeListed(List<PartnerProduct> products) {
        return LISTED.write(jdbc, products, clock.instant());
    }

    Written writeUnlisted(PartnerProduct product) {
        return UNLISTED.write(jdbc, List.of(product), clock.instant());
    }

    /** Products that subscriptions refer to and that are not here. */
    List<UUID> missing() {
        return jdbc.sql(
                        """
                        select distinct s.product_id from subscription s
                        where s.product_id is not null
                          and not exists (select from product p where p.id = s.product_id)
                        """)
                .query(UUID.class)
                .list();
    }

    /** The name under which subscriptions know a product. */
    String nameFromSubscriptions(UUID id) {
        return jdbc.sql("select coalesce(max(product_name), '') from subscription where product_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    long countListed() {
        return jdbc.sql("select count(*) from product where listed").query(Long.class).single();
    }

    long countListedOthers(Set<UUID> seen) {
        return jdbc.sql(
                        """
                        select count(*) from product p
                        where p.listed
                          and not exists (select from unnest(cast(? as uuid[])) as s (id) where s.id = p.id)
                        """)
                .param(Ids.array(seen))
                .query(Long.class)
                .single();
    }

    /**
     * Removes products that were not seen; those that subscriptions refer to stay as unlisted.
     *
     * @return how many went
     */
    long removeOthers(Set<UUID> seen) {
        return jdbc.sql(
                        """
                        with other as (
                            select p.id, p.listed, exists (select from subscription u where u.product_id = p.id) as used
                            from product p
                            where not exists (select from unnest(cast(? as uuid[])) as s (id) where s.id = p.id)
                        ), kept as (
                            update product p set listed = false, changed_at = ?
                            from other where other.id = p.id and other.used and p.listed
                        ), gone as (
                            delete from product p using other where other.id = p.id and not other.used
                            returning p.id
                        )
                        select count(*) from gone
                        """)
                .param(Ids.array(seen))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static PageUpsert<PartnerProduct> upsert(boolean listed) {
        return PageUpsert.<PartnerProduct>into("product")
                .column("id", "uuid", PartnerProduct::id)
                .text("name", PartnerProduct::name)
                .text("vendor_name", PartnerProduct::vendorName)
                .text("short_description", PartnerProduct::shortDescription)
                .text("sku", PartnerProduct::sku)
                .text("vendor_sku", PartnerProduct::vendorSku)
                .column("requires_commitment", "boolean", product -> Boolean.TRUE.equals(product.requiresCommitment()))
                .column("listed", "boolean", product -> listed)
                .build();
    }
}
