package dev.portico.pax8.licensing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * A million requests under as many settings, decided twice: by the rules, and by a table that says of each rule alone
 * when it applies, without knowing the others, with exact fractions in place of integers.
 */
class DecisionSpaceTest {

    private static final int CASES = 1_000_000;

    /** In the order of the product's description: of the rules that apply, the first counts. */
    private static final List<Row> TABLE = List.of(
            new Row(Rule.SELF_SERVICE_OFF, it -> !it.open()),
            new Row(Rule.NOT_POSITIVE, it -> it.wanted().signum() < 1),
            new Row(Rule.NO_CHANGE, it -> it.wanted().equals(it.current())),
            new Row(Rule.OUTSIDE_LIMITS, it -> it.wanted().compareTo(it.lowest()) < 0),
            new Row(Rule.OUTSIDE_LIMITS, it -> it.highest().filter(most -> most.compareTo(it.wanted()) < 0).isPresent()),
            new Row(Rule.ANOTHER_OPEN, it -> it.asked.anotherOpen()),
            new Row(Rule.VENDOR_ALWAYS_ASKS, it -> it.rules.vendorsAlwaysAsk().stream().anyMatch(it.asked.vendor()::equals)),
            new Row(Rule.VENDOR_UNKNOWN, it -> it.asked.vendor().isBlank() && it.rules.vendorsAlwaysAsk().size() > 0),
            new Row(Rule.SUBSCRIPTION_ASKS, it -> it.asked.rule().approvalNeeded()),
            new Row(Rule.APPROVAL_BY_DEFAULT, it -> it.rules.approvalByDefault()),
            new Row(Rule.NO_SEATS_NOW, it -> it.current().signum() == 0),
            new Row(Rule.ABOVE_THRESHOLD, it -> it.share().compareTo(it.threshold()) > 0),
            new Row(Rule.WITHIN_THRESHOLD, it -> true));

    private final Map<Rule, Integer> fired = new EnumMap<>(Rule.class);

    @Property(tries = CASES, shrinking = ShrinkingMode.OFF)
    void theRulesDecideAsTheTableSays(@ForAll("anyCase") Given given) {
        Decision decision = Decision.of(given.asked, given.rules);

        assertThat(decision.rule()).isEqualTo(given.firstThatApplies());
        assertThat(decision.arguments()).isEqualTo(given.figures());
        fired.merge(decision.rule(), 1, Integer::sum);
    }

    @AfterProperty
    void everyRuleCameUpOften() {
        assertThat(fired.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CASES);
        assertThat(fired.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Rule.STAFF_DECIDES)));
        assertThat(fired.values()).as("how often each rule came up: %s", fired).allMatch(times -> times >= CASES / 100);
    }

    @Provide
    static Arbitrary<Given> anyCase() {
        return Arbitraries.randomValue(random -> {
            long current = oneIn(random, 8) ? 0 : seats(random);
            LicensingRules rules = rules(random, current);
            DecisionCase asked = new DecisionCase(
                    current,
                    wanted(random, current),
                    any(random, "Microsoft", "Adobe", "Acronis", ""),
                    own(random, current),
                    oneIn(random, 9));
            return new Given(asked, rules);
        });
    }

    private static LicensingRules rules(Random random, long current) {
        long least = least(random, current);
        return new LicensingRules(
                oneIn(random, 4),
                percent(random),
                any(random, Set.of(), Set.of("Microsoft"), Set.of("Adobe", "Microsoft"), Set.of("microsoft"), Set.of("")),
                !oneIn(random, 8),
                least,
                most(random, current).map(most -> Math.max(most, least)));
    }

    private static SubscriptionRule own(Random random, long current) {
        boolean ownMax = oneIn(random, 3);
        return new SubscriptionRule(
                oneIn(random, 3) ? Optional.of(random.nextBoolean()) : Optional.empty(),
                oneIn(random, 6),
                oneIn(random, 4) ? Optional.of(least(random, current)) : Optional.empty(),
                ownMax,
                ownMax ? most(random, current) : Optional.empty());
    }

    /** Seats asked for: any number, a few more or fewer, or about as many as some percentage makes. */
    private static long wanted(Random random, long current) {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextLong();
            case 1, 2 -> seats(random);
            case 3, 4, 5 -> current + random.nextInt(-12, 13);
            default -> {
                long share = current / 100 * percent(random) + current % 100 * percent(random) / 100;
                yield current + (random.nextBoolean() ? share : -share) + random.nextInt(-1, 2);
            }
        };
    }

    /** Everyday numbers, and those at the end of what a long holds. */
    private static long seats(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Long.MAX_VALUE - random.nextInt(300);
            case 1 -> random.nextLong(Long.MAX_VALUE);
            case 2, 3, 4 -> random.nextLong(5_000);
            default -> random.nextLong(40);
        };
    }

    private static long least(Random random, long current) {
        return Math.max(1, oneIn(random, 3) ? near(random, current) : 1);
    }

    private static Optional<Long> most(Random random, long current) {
        return oneIn(random, 2) ? Optional.of(Math.max(1, near(random, current))) : Optional.empty();
    }

    private static long near(Random random, long current) {
        return oneIn(random, 3) ? seats(random) : current + random.nextInt(-20, 40);
    }

    private static int percent(Random random) {
        return oneIn(random, 8) ? 0 : random.nextInt(oneIn(random, 3) ? 1001 : 101);
    }

    private static boolean oneIn(Random random, int times) {
        return random.nextInt(times) == 0;
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private record Row(Rule rule, Predicate<Given> applies) {}

    /** A request and the settings it is decided under, as exact numbers. */
    record Given(DecisionCase asked, LicensingRules rules) {

        Rule firstThatApplies() {
            for (Row row : TABLE) {
                if (row.applies.test(this)) {
                    return row.rule;
                }
            }
            throw new AssertionError("The last row applies always");
        }

        List<Object> figures() {
            List<Object> figures = new ArrayList<>(List.of(asked.current(), asked.wanted(), lowest().longValueExact()));
            figures.add(highest().isPresent() ? highest().get().longValueExact() : "");
            figures.add(asked.vendor());
            figures.add(rules.autoApprovePercent());
            return figures;
        }

        boolean open() {
            return asked.rule().allowed().isPresent() ? asked.rule().allowed().get() : rules.selfServiceAllowed();
        }

        BigDecimal current() {
            return new BigDecimal(asked.current());
        }

        BigDecimal wanted() {
            return new BigDecimal(asked.wanted());
        }

        BigDecimal lowest() {
            return new BigDecimal(asked.rule().minSeats().isPresent() ? asked.rule().minSeats().get() : rules.minSeats());
        }

        Optional<BigDecimal> highest() {
            boolean own = asked.rule().ownMax();
            return (own ? asked.rule().maxSeats() : rules.maxSeats()).map(BigDecimal::new);
        }

        /** The change as a part of the current seats, with more digits than two of 19 digits can differ in. */
        BigDecimal share() {
            return wanted().subtract(current()).abs().divide(current(), new MathContext(60));
        }

        BigDecimal threshold() {
            return BigDecimal.valueOf(rules.autoApprovePercent(), 2);
        }
    }
}
