package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The orders behind the subscriptions, and new ones. */
@Component
public class Orders {

    /**
     * A product to order, already found to be possible.
     *
     * @param rule   the chosen commitment
     * @param price  of the way it is billed and committed to
     * @param parent the subscription it depends on
     */
    public record Wanted(Product product, int quantity, Price price, @Nullable CommitmentRule rule, @Nullable Instant provisionStart,
                         @Nullable String parent) {
    }

    private final Portfolio portfolio;
    private final Clock clock;
    private final List<Order> orders = new ArrayList<>();

    Orders(Portfolio portfolio, Clock clock) {
        this.portfolio = portfolio;
        this.clock = clock;
        reset();
    }

    /** As at the start: one order for each subscription. To be called after the portfolio was reset. */
    public synchronized void reset() {
        orders.clear();
        portfolio.subscriptions().stream().map(Orders::origin).sorted(Comparator.comparing(Order::created).thenComparing(Order::id)).forEach(orders::add);
    }

    /** All orders of companies that are still there, oldest first. */
    public synchronized List<Order> all() {
        return orders.stream().filter(order -> portfolio.company(order.companyId()).isPresent()).toList();
    }

    /** One order. */
    public Optional<Order> one(String id) {
        return all().stream().filter(order -> order.id().equals(id)).findFirst();
    }

    /**
     * Orders; each product becomes a subscription of its own.
     *
     * @param vendorMillis how long the vendor needs; 0 for at once
     * @param executed     is told of each new subscription
     */
    public synchronized Order order(Company company, @Nullable String email, List<Wanted> wanted, int vendorMillis, Consumer<Subscription> executed) {
        Instant now = clock.instant();
        List<Subscription> sold = wanted.stream().map(line -> subscription(company, line, now, vendorMillis)).toList();
        portfolio.add(sold);
        sold.forEach(executed);
        List<Order.Line> lines = new ArrayList<>();
        for (int i = 0; i < sold.size(); i++) {
            lines.add(line(sold.get(i), wanted.get(i).provisionStart()));
        }
        Order order = new Order(UUID.randomUUID().toString(), company.id(), LocalDate.ofInstant(now, ZoneOffset.UTC), email, lines);
        orders.add(order);
        return order;
    }

    private static Order origin(Subscription subscription) {
        return new Order(Ids.of("order", subscription.id()), subscription.companyId(), LocalDate.ofInstant(subscription.created(), ZoneOffset.UTC),
                "partner@example.com", List.of(line(subscription, null)));
    }

    private static Order.Line line(Subscription subscription, @Nullable Instant provisionStart) {
        return new Order.Line(Ids.of("line", subscription.id()), subscription.productId(), subscription.id(),
                subscription.commitment() == null ? null : subscription.commitment().id(), provisionStart, subscription.billingTerm(),
                subscription.accepted());
    }

    private static Subscription subscription(Company company, Wanted wanted, Instant now, int vendorMillis) {
        Product product = wanted.product();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Price price = wanted.price();
        // why: usage is billed by what was used, its mark-up is no price of a unit
        boolean usage = product.usage();
        CommitmentRule rule = wanted.rule();
        Subscription.Pending pending = vendorMillis == 0 ? null : new Subscription.Pending(now.plusMillis(vendorMillis), "Active", wanted.quantity());
        return new Subscription(UUID.randomUUID().toString(), wanted.parent(), company.id(), product.id(), product.name(), UUID.randomUUID().toString(),
                product.vendorSku(), wanted.quantity(), now, null, now, now, today, pending == null ? "Active" : "PendingAutomated",
                usage ? PriceList.NOTHING : price.perUnit(wanted.quantity(), Price.Rate::retail),
                usage ? PriceList.NOTHING : price.perUnit(wanted.quantity(), Price.Rate::cost), Country.valueOf(company.country()).currency(),
                price.billingTerm(), rule == null ? null : new Commitment(rule.id(), Objects.requireNonNull(price.commitment()), rule.lastDay(today)),
                usage, pending);
    }
}
