package dev.portico.pax8.licensing.terms;

import dev.portico.pax8.licensing.terms.PriceLine.Rate;
import dev.portico.pax8.partner.PartnerDependencies;
import dev.portico.pax8.partner.PartnerPricing;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what Pax8 says about commitments and prices of products. */
final class TermsStore {

    private static final Duration FRESH = Duration.ofDays(7);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofHours(20);
    private static final String PER_UNIT = "Per Unit";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TermsStore(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Products that subscriptions use and whose terms are missing or a week old; those that were tried without success
     * are left alone for most of a day, and come last.
     */
    List<UUID> due() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select u.product_id
                        from (select distinct product_id from subscription
                              where product_id is not null and status not in ('Cancelled', 'Converted')) u
                        left join product_terms t on t.product_id = u.product_id
                        where t.product_id is null
                           or (t.problem = '' and t.fetched_at <= ?)
                           or (t.problem <> '' and t.tried_at <= ?)
                        order by t.problem <> '' nulls first, t.tried_at nulls first, u.product_id
                        """)
                .params(Timestamp.from(now.minus(FRESH)), Timestamp.from(now.minus(UNTIL_NEXT_TRY)))
                .query(UUID.class)
                .list();
    }

    /** Replaces what is kept of a product, in one transaction. */
    void write(UUID product, PartnerDependencies dependencies, List<PartnerPricing> pricing) {
        transaction.executeWithoutResult(status -> {
            lock(product);
            replaceCommitments(product, dependencies);
            replacePrices(product, pricing);
            jdbc.sql("""
                            insert into product_terms (product_id, fetched_at, tried_at, problem) values (?, ?, ?, '')
                            on conflict (product_id) do update
                            set fetched_at = excluded.fetched_at, tried_at = excluded.tried_at, problem = ''
                            """)
                    .params(product, now(), now())
                    .update();
        });
    }

    /** Replaces the prices alone. */
    void writePrices(UUID product, List<PartnerPricing> pricing) {
        transaction.executeWithoutResult(status -> {
            lock(product);
            replacePrices(product, pricing);
        });
    }

    /** Notes that the terms could not be brought; what is kept from before stays. */
    void failed(UUID product, String problem) {
        jdbc.sql("""
                        insert into product_terms (product_id, fetched_at, tried_at, problem) values (?, null, ?, ?)
                        on conflict (product_id) do update
                        set tried_at = excluded.tried_at, problem = excluded.problem
                        """)
                .params(product, now(), problem)
                .update();
    }

    /** What is kept of a product's prices, as Pax8 lists them. */
    List<PriceLine> prices(UUID product) {
        Map<List<String>, List<Rate>> lines = new LinkedHashMap<>();
        jdbc.sql("select * from product_price where product_id = ? order by position")
                .param(product)
                .query(row -> {
                    List<String> line = List.of(
                            row.getString("billing_term"),
                            row.getString("commitment_term"),
                            row.getString("type"),
                            row.getString("unit"));
                    lines.computeIfAbsent(line, none -> new ArrayList<>())
                            .add(new Rate(
                                    Objects.requireNonNullElse(row.getBigDecimal("from_seats"), BigDecimal.ZERO),
                                    Optional.ofNullable(row.getBigDecimal("to_seats")),
                                    row.getString("charge_type").equals(PER_UNIT),
                                    Optional.ofNullable(row.getBigDecimal("partner_buy_rate")),
                                    Optional.ofNullable(row.getBigDecimal("retail_price"))));
                });
        return lines.entrySet().stream()
                .map(line -> new PriceLine(
                        line.getKey().get(0),
                        line.getKey().get(1),
                        line.getKey().get(2),
                        line.getKey().get(3),
                        line.getValue()))
                .toList();
    }

    /** The same form of prices that are not kept. */
    static List<PriceLine> lines(List<PartnerPricing> pricing) {
        return pricing.stream()
                .map(price -> new PriceLine(
                        text(price.billingTerm()),
                        text(price.commitmentTerm()),
                        text(price.type()),
                        text(price.unitOfMeasurement()),
                        price.rates().stream()
                                .map(rate -> new Rate(
                                        Objects.requireNonNullElse(rate.startQuantityRange(), BigDecimal.ZERO),
                                        Optional.ofNullable(rate.endQuantityRange()),
                                        chargeType(rate).equals(PER_UNIT),
                                        Optional.ofNullable(rate.partnerBuyRate()),
                                        Optional.ofNullable(rate.suggestedRetailPrice())))
                                .toList()))
                .toList();
    }

    /** Lets two who bring the same product write one after the other. */
    private void lock(UUID product) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("product_terms " + product)
                .query(row -> {});
    }

    private void replaceCommitments(UUID product, PartnerDependencies dependencies) {
        jdbc.sql("delete from commitment_rule where product_id = ?").param(product).update();
        for (PartnerDependencies.Commitment commitment : dependencies.commitments()) {
            jdbc.sql("""
                            insert into commitment_rule (product_id, commitment_id, term, increase_allowed,
                                decrease_allowed, early_cancellation, cancellation_fee, auto_renew,
                                days_before_term_end, days_after_term_end)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(
                            product,
                            commitment.id(),
                            text(commitment.term()),
                            commitment.allowForQuantityIncrease(),
                            commitment.allowForQuantityDecrease(),
                            commitment.allowForEarlyCancellation(),
                            commitment.cancellationFeeApplied(),
                            commitment.autoRenew(),
                            commitment.renewalWindowDaysBeforeTermEnd(),
                            commitment.renewalWindowDaysAfterTermEnd())
                    .update();
        }
    }

    private void replacePrices(UUID product, List<PartnerPricing> pricing) {
        jdbc.sql("delete from product_price where product_id = ?").param(product).update();
        int position = 0;
        for (PartnerPricing price : pricing) {
            for (PartnerPricing.Rate rate : price.rates()) {
                jdbc.sql("""
                                insert into product_price (product_id, position, billing_term, commitment_term, type,
                                    charge_type, unit, from_seats, to_seats, partner_buy_rate, retail_price)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                product,
                                position++,
                                text(price.billingTerm()),
                                text(price.commitmentTerm()),
                                text(price.type()),
                                chargeType(rate),
                                text(price.unitOfMeasurement()),
                                rate.startQuantityRange(),
                                rate.endQuantityRange(),
                                rate.partnerBuyRate(),
                                rate.suggestedRetailPrice())
                        .update();
            }
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** Per unit unless it says flat: some clients of Pax8 write it with an underscore and in lower case. */
    private static String chargeType(PartnerPricing.Rate rate) {
        return text(rate.chargeType()).toLowerCase(Locale.ROOT).startsWith("flat") ? "Flat Rate" : PER_UNIT;
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.replace("\0", "");
    }
}
