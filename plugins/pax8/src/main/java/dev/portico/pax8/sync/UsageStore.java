package dev.portico.pax8.sync;

import dev.portico.pax8.partner.UsageSummary;
import dev.portico.pax8.sync.PageUpsert.Written;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what usage-based subscriptions have used in the current month. */
final class UsageStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    UsageStore(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /**
     * Subscriptions that may have usage. Pax8 does not mark them, so the product's name decides, and usage that is
     * here already.
     */
    List<UUID> subscriptions() {
        return jdbc.sql(
                        """
                        select s.id from subscription s
                        where (s.status not in ('Cancelled', 'Converted')
                               and (s.product_name ilike '%azure%' or s.product_name ilike '%usage%'
                                    or s.product_name ilike '%consumption%'))
                           or exists (select from usage_summary u where u.subscription_id = s.id)
                        order by s.id
                        """)
                .query(UUID.class)
                .list();
    }

    Written write(UUID subscription, List<UsageSummary> summaries) {
        return upsert(subscription).write(jdbc, summaries, clock.instant());
    }

    /** Removes usage of a subscription that was not seen, such as that of the month before. */
    long removeOthers(UUID subscription, Set<UUID> seen) {
        return jdbc.sql(
                        """
                        delete from usage_summary u
                        where u.subscription_id = ?
                          and not exists (select from unnest(cast(? as uuid[])) as s (id) where s.id = u.id)
                        """)
                .param(subscription)
                .param(Ids.array(seen))
                .update();
    }

    private static PageUpsert<UsageSummary> upsert(UUID subscription) {
        return PageUpsert.<UsageSummary>into("usage_summary")
                .column("id", "uuid", UsageSummary::id)
                .column("subscription_id", "uuid", summary -> subscription)
                .column("product_id", "uuid", UsageSummary::productId)
                .text("resource_group", UsageSummary::resourceGroup)
                .text("vendor_name", UsageSummary::vendorName)
                .column("current_charges", "numeric(19, 4)", UsageSummary::currentCharges)
                .column("partner_total", "numeric(19, 4)", UsageSummary::partnerTotal)
                .text("currency", UsageSummary::currencyCode)
                .column("trial", "boolean", summary -> Boolean.TRUE.equals(summary.isTrial()))
                .onlyWith("join subscription p on p.id = i.subscription_id", "for key share of p")
                .build();
    }
}
