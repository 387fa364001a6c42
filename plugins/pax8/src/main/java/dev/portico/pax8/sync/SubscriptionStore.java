package dev.portico.pax8.sync;

import dev.portico.pax8.partner.PartnerSubscription;
import dev.portico.pax8.partner.PartnerSubscription.Commitment;
import dev.portico.pax8.sync.PageUpsert.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the subscriptions of mapped companies.
 *
 * <p>Whoever unmaps companies deletes the mappings first and then, in the same transaction, calls
 * {@link #removeOfCompanies}: a sync that writes at the same time holds the mappings, so that nothing slips in between.
 */
public final class SubscriptionStore {

    private static final PageUpsert<PartnerSubscription> UPSERT = PageUpsert.<PartnerSubscription>into("subscription")
            .column("id", "uuid", PartnerSubscription::id)
            .column("company_id", "uuid", PartnerSubscription::companyId)
            .column("product_id", "uuid", PartnerSubscription::productId)
            .text("product_name", PartnerSubscription::productName)
            .text("vendor_subscription_id", PartnerSubscription::vendorSubscriptionId)
            .column("parent_subscription_id", "uuid", PartnerSubscription::parentSubscriptionId)
            .column("quantity", "bigint", subscription -> whole(subscription.quantity()))
            .text("status", PartnerSubscription::status)
            .text("billing_term", PartnerSubscription::billingTerm)
            .column("price", "numeric(19, 4)", PartnerSubscription::price)
            .column("partner_cost", "numeric(19, 4)", PartnerSubscription::partnerCost)
            .text("currency", PartnerSubscription::currencyCode)
            .column("start_date", "timestamptz", PartnerSubscription::startDate)
            .column("end_date", "timestamptz", PartnerSubscription::endDate)
            .column("created_date", "timestamptz", PartnerSubscription::createdDate)
            .column("updated_date", "timestamptz", PartnerSubscription::updatedDate)
            .column("billing_start", "date", PartnerSubscription::billingStart)
            .column("commitment_id", "uuid", commitment(Commitment::id))
            .text("commitment_term", subscription ->
                    subscription.commitment().map(Commitment::term).orElse(""))
            .column("commitment_end", "timestamptz", commitment(Commitment::endDate))
            .onlyWith("join company_mapping m on m.pax8_company_id = i.company_id", "for key share of m")
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;

    SubscriptionStore(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** How many subscriptions of these companies are here. */
    public long countOfCompanies(Set<UUID> pax8CompanyIds) {
        return jdbc.sql("select count(*) from subscription where company_id in (select unnest(cast(? as uuid[])))")
                .param(Ids.array(pax8CompanyIds))
                .query(Long.class)
                .single();
    }

    /**
     * Removes all subscriptions of these companies, as part of unmapping them.
     *
     * @return how many went
     */
    public long removeOfCompanies(Set<UUID> pax8CompanyIds) {
        return jdbc.sql("delete from subscription where company_id in (select unnest(cast(? as uuid[])))")
                .param(Ids.array(pax8CompanyIds))
                .update();
    }

    /** Writes one as Pax8 shows it now, if its company is mapped. */
    public void write(PartnerSubscription subscription) {
        write(List.of(subscription));
    }

    /** Writes those whose company is mapped. */
    Written write(List<PartnerSubscription> subscriptions) {
        return UPSERT.write(jdbc, subscriptions, clock.instant());
    }

    Set<UUID> mappedCompanies() {
        return jdbc.sql("select pax8_company_id from company_mapping").query(UUID.class).set();
    }

    long countOthers(Set<UUID> companies, Set<UUID> seen) {
        return jdbc.sql(
                        """
                        select count(*) from subscription s
                        where s.company_id in (select unnest(cast(? as uuid[])))
                          and not exists (select from unnest(cast(? as uuid[])) as e (id) where e.id = s.id)
                        """)
                .param(Ids.array(companies))
                .param(Ids.array(seen))
                .query(Long.class)
                .single();
    }

    long removeOthers(Set<UUID> companies, Set<UUID> seen) {
        return jdbc.sql(
                        """
                        delete from subscription s
                        where s.company_id in (select unnest(cast(? as uuid[])))
                          and not exists (select from unnest(cast(? as uuid[])) as e (id) where e.id = s.id)
                        """)
                .param(Ids.array(companies))
                .param(Ids.array(seen))
                .update();
    }

    /** Removes what belongs to no mapped company. */
    long removeUnmapped() {
        return jdbc.sql(
                        """
                        delete from subscription s
                        where not exists (select from company_mapping m where m.pax8_company_id = s.company_id)
                        """)
                .update();
    }

    /** Seats are whole; Pax8 declares a number. */
    public static BigDecimal whole(@Nullable BigDecimal quantity) {
        return quantity == null ? BigDecimal.ZERO : quantity.setScale(0, RoundingMode.HALF_UP);
    }

    private static Function<PartnerSubscription, @Nullable Object> commitment(
            Function<Commitment, @Nullable Object> part) {
        return subscription -> subscription.commitment().map(part).orElse(null);
    }
}
