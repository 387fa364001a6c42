package dev.portico.sandbox.partner;

import dev.portico.sandbox.data.CommitmentRule;
import dev.portico.sandbox.data.Company;
import dev.portico.sandbox.data.Orders;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Price;
import dev.portico.sandbox.data.Product;
import dev.portico.sandbox.data.ProvisionDetail;
import dev.portico.sandbox.data.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether an order is possible. What is not is refused with 422; a mock order is refused for the same reasons as a real one. */
@Component
class OrderRules {

    private final Portfolio portfolio;
    private final Clock clock;

    OrderRules(Portfolio portfolio, Clock clock) {
        this.portfolio = portfolio;
        this.clock = clock;
    }

    Company company(OrderRequest order) {
        Company company = portfolio.company(order.companyId()).orElseThrow(() -> Problem.refused("Company Not Found: " + order.companyId()));
        if (!"Active".equals(company.status())) {
            throw Problem.refused("Orders cannot be placed for a company in status " + company.status());
        }
        return company;
    }

    List<Orders.Wanted> wanted(OrderRequest order, Company company) {
        List<Orders.Wanted> wanted = new ArrayList<>();
        for (OrderRequest.Line line : order.lines()) {
            wanted.add(wanted(line, order, company));
        }
        return wanted;
    }

    private Orders.Wanted wanted(OrderRequest.Line line, OrderRequest order, Company company) {
        Product product = portfolio.product(line.productId()).orElseThrow(() -> Problem.refused("Product Not Found: " + line.productId()));
        if (line.quantity() < 1) {
            throw Problem.refused("Quantity must be greater than 0");
        }
        Instant start = line.provisionStart();
        if (start != null && start.isAfter(clock.instant())) {
            throw Problem.refused("Scheduled orders are not supported");
        }
        CommitmentRule rule = commitment(line, product);
        Price price = portfolio.prices(product, company).stream()
                .filter(one -> one.billingTerm().equals(line.billingTerm()) && Objects.equals(one.commitment(), rule == null ? null : rule.term()))
                .findFirst().orElseThrow(() -> Problem.refused("Billing term %s is not available for %s%s".formatted(line.billingTerm(), product.name(),
                        rule == null ? "" : " with a commitment of " + rule.term())));
        String parent = parent(line, order, company);
        requirements(line, order, company, product);
        details(line, product);
        return new Orders.Wanted(product, line.quantity(), price, rule, start, parent);
    }

    private @Nullable CommitmentRule commitment(OrderRequest.Line line, Product product) {
        if (line.commitmentTermId() == null) {
            if (product.commitment()) {
                throw Problem.refused("Product %s requires commitment. field: commitmentTermId".formatted(product.name()));
            }
            return null;
        }
        return portfolio.commitments(product).stream().filter(rule -> rule.id().equalsIgnoreCase(line.commitmentTermId())).findFirst()
                .orElseThrow(() -> Problem.refused("Commitment term %s does not belong to %s".formatted(line.commitmentTermId(), product.name())));
    }

    private @Nullable String parent(OrderRequest.Line line, OrderRequest order, Company company) {
        if (line.parentNumber() != null && order.lines().stream().noneMatch(other -> other != line && line.parentNumber().equals(other.number()))) {
            throw Problem.refused("There is no line item " + line.parentNumber());
        }
        if (line.parentSubscriptionId() == null) {
            return null;
        }
        return portfolio.subscription(line.parentSubscriptionId()).filter(one -> one.companyId().equals(company.id())).map(Subscription::id)
                .orElseThrow(() -> Problem.refused("Parent Subscription Not Found: " + line.parentSubscriptionId()));
    }

    private void requirements(OrderRequest.Line line, OrderRequest order, Company company, Product product) {
        List<String> needed = portfolio.requirements(product).stream().map(Product::id).toList();
        boolean there = needed.isEmpty() || order.lines().stream().anyMatch(other -> other != line && needed.contains(other.productId()))
                || portfolio.subscriptions().stream().anyMatch(one -> one.companyId().equals(company.id()) && needed.contains(one.productId())
                        && !List.of("Cancelled", "Converted").contains(one.status()));
        if (!there) {
            throw Problem.refused("%s requires another product, see its dependencies".formatted(product.name()));
        }
    }

    private void details(OrderRequest.Line line, Product product) {
        List<ProvisionDetail> known = portfolio.provisionDetails(product);
        for (Map.Entry<String, List<String>> given : line.details().entrySet()) {
            ProvisionDetail detail = known.stream().filter(one -> one.key().equals(given.getKey())).findFirst()
                    .orElseThrow(() -> Problem.refused("Unknown provisioning detail. field: " + given.getKey()));
            boolean possible = detail.possible() == null || detail.possible().containsAll(given.getValue());
            if (!possible || given.getValue().size() > 1 && !"Multi-Value".equals(detail.valueType())) {
                throw Problem.refused("Invalid provisioning detail. field: " + given.getKey());
            }
        }
        for (ProvisionDetail detail : known) {
            boolean tenant = "msTenantId".equals(detail.key()) && value(line, "msCustExists").startsWith("Yes");
            if ((detail.needed() || tenant) && value(line, detail.key()).isBlank()) {
                throw Problem.refused("Missing provisioning detail. field: " + detail.key());
            }
        }
    }

    private static String value(OrderRequest.Line line, String key) {
        List<String> values = line.details().getOrDefault(key, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
