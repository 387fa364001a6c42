package dev.portico.pax8.licensing.detail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import dev.portico.pax8.licensing.detail.SubscriptionDetail.Commitment;
import dev.portico.pax8.licensing.detail.SubscriptionDetail.Money;
import dev.portico.pax8.sync.SyncJobs;
import dev.portico.pax8.texts.Days;
import dev.portico.pax8.texts.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The facts about a subscription; those that are not known are left out. */
final class DetailFacts {

    private final DetailParts parts;
    private final DescriptionList list = new DescriptionList();

    DetailFacts(DetailParts parts) {
        this.parts = parts;
        list.addClassName("portico-terms");
    }

    Component of(SubscriptionDetail detail) {
        add("subscription.billing", parts.words().billing(detail.billingTerm()));
        detail.money().ifPresent(money -> add(detail, money));
        detail.commitment().ifPresent(this::add);
        add("subscription.start", detail.start().map(this::day));
        add("subscription.end", detail.end().map(this::day));
        add("subscription.id", detail.id().toString());
        add("subscription.vendor-id", detail.ids().vendorSubscription());
        add("subscription.parent-id", detail.ids().parent().map(UUID::toString));
        add("subscription.product-id", detail.ids().product().map(UUID::toString));
        add("subscription.company-id", detail.ids().company().toString());
        parts.summary().asOf(SyncJobs.SUBSCRIPTIONS).ifPresent(time -> {
            Description synced = add("subscription.synced", parts.times().of(time));
            synced.setTitle(parts.times().exact(time));
        });
        return list;
    }

    private void add(SubscriptionDetail detail, Money money) {
        String term = parts.words().billing(detail.billingTerm());
        add("subscription.cost-seat", money.cost().map(cost -> perTerm(cost, money.currency(), term)));
        add("subscription.price-seat", money.price().map(price -> perTerm(price, money.currency(), term)));
        add("subscription.cost-month", amount(money.monthlyCost(), money.currency()));
        add("subscription.price-month", amount(money.monthlyPrice(), money.currency()));
    }

    private void add(Commitment commitment) {
        add("subscription.commitment", commitment.term());
        add("subscription.commitment-end", commitment.end().map(this::day));
        add(
                "subscription.renewal",
                commitment.renews().map(renews -> parts.messages()
                        .text(renews ? "subscription.renewal.yes" : "subscription.renewal.no")));
    }

    private String perTerm(BigDecimal amount, String currency, String term) {
        return parts.messages().text("subscription.per-term", Figures.amount(amount, currency), term);
    }

    private String amount(Optional<BigDecimal> amount, String currency) {
        return amount.map(known -> Figures.amount(known, currency))
                .orElseGet(() -> parts.messages().text("licensing.cost-unknown"));
    }

    private String day(Instant time) {
        return Days.of(time, parts.clock().instant());
    }

    private void add(String key, Optional<String> fact) {
        fact.ifPresent(known -> add(key, known));
    }

    private Description add(String key, String fact) {
        Description description = new Description(fact);
        if (!fact.isBlank()) {
            list.add(new Term(parts.messages().text(key)), description);
        }
        return description;
    }
}
