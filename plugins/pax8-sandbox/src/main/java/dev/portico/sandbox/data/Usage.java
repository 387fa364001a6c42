package dev.portico.sandbox.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Usage of usage-based subscriptions. */
final class Usage {

    private static final List<String> GROUPS = List.of("rg-production", "rg-backup", "rg-avd", "rg-test", "NetworkWatcherRG");

    private Usage() {
    }

    static List<UsageSummary> of(Subscription subscription, Product product) {
        if (!subscription.usage()) {
            return List.of();
        }
        int groups = 1 + Dice.of("usage/" + subscription.id()).below(GROUPS.size());
        return IntStream.range(0, groups).mapToObj(i -> summary(subscription, product, GROUPS.get(i))).toList();
    }

    private static UsageSummary summary(Subscription subscription, Product product, String group) {
        Dice dice = Dice.of("usage/" + subscription.id() + "/" + group);
        BigDecimal charges = BigDecimal.valueOf(dice.fraction() * dice.fraction() * 900).setScale(2, RoundingMode.HALF_UP);
        return new UsageSummary(Ids.of("usage", subscription.id() + "/" + group), subscription.companyId(), subscription.id(), product.id(),
                group, product.vendor(), charges, charges.multiply(new BigDecimal("0.85")).setScale(3, RoundingMode.HALF_UP),
                Objects.requireNonNullElse(subscription.currency(), "USD"));
    }
}
