package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How often a subscription is billed, and for how long the client has promised to stay.
 *
 * @param months     months that one price covers; 1 for what is bought once
 * @param commitment Monthly, 1-Year, 3-Year or none
 */
record Term(String billing, int months, @Nullable String commitment) {

    static Term any(Product product, String status, Dice dice) {
        int roll = dice.below(100);
        if (product.oneTime()) {
            return new Term("One-Time", 1, null);
        }
        if ("Trial".equals(status)) {
            return new Term("Trial", 0, null);
        }
        if (product.usage() || !product.commitment()) {
            return roll < 85 || product.usage() ? new Term("Monthly", 1, null) : new Term("Annual", 12, null);
        }
        if (CommitmentRules.savingsPlan(product)) {
            return new Term("Monthly", 1, roll < 70 ? "1-Year" : "3-Year");
        }
        Term term = roll < 45 ? new Term("Monthly", 1, "1-Year")
                : roll < 75 ? new Term("Annual", 12, "1-Year")
                : roll < 95 ? new Term("Monthly", 1, "Monthly")
                : new Term("3-Year", 36, "3-Year");
        return offered(product).contains(term) ? term : new Term("Annual", 12, "1-Year");
    }

    /** The ways in which a product can be bought, trials aside. */
    static List<Term> offered(Product product) {
        if (product.oneTime()) {
            return List.of(new Term("One-Time", 1, null));
        }
        if (product.usage()) {
            return List.of(new Term("Monthly", 1, null));
        }
        if (!product.commitment()) {
            return List.of(new Term("Monthly", 1, null), new Term("Annual", 12, null));
        }
        List<Term> terms = new ArrayList<>();
        for (CommitmentRule rule : CommitmentRules.of(product)) {
            switch (rule.term()) {
                case "Monthly" -> terms.add(new Term("Monthly", 1, "Monthly"));
                case "1-Year" -> {
                    terms.add(new Term("Monthly", 1, "1-Year"));
                    terms.add(new Term("Annual", 12, "1-Year"));
                }
                default -> terms.add(CommitmentRules.savingsPlan(product) ? new Term("Monthly", 1, rule.term()) : new Term("3-Year", 36, rule.term()));
            }
        }
        return terms;
    }

    /** The last day of the term that runs on the given day, when the first term began at start. */
    LocalDate endOfRunning(LocalDate start, LocalDate day) {
        int step = CommitmentRule.months(Objects.requireNonNull(commitment, "Without a commitment no term runs"));
        int terms = 1;
        while (!start.plusMonths((long) step * terms).minusDays(1).isAfter(day.minusDays(1))) {
            terms++;
        }
        return start.plusMonths((long) step * terms).minusDays(1);
    }
}
