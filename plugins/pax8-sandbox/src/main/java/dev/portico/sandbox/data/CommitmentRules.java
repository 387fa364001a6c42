package dev.portico.sandbox.data;

import java.util.List;
import java.util.Optional;

/**
 * The commitments a product is sold with. The windows of Microsoft (seven days after a purchase or renewal), Adobe (fourteen days at
 * the renewal), Google (a year, no window) and Azure savings plans (nothing ever changes) are those that Pax8 names; the rest is invented.
 */
final class CommitmentRules {

    private CommitmentRules() {
    }

    static List<CommitmentRule> of(Product product) {
        if (!product.commitment()) {
            return List.of();
        }
        return terms(product).stream().map(term -> rule(product, term)).toList();
    }

    static Optional<CommitmentRule> of(Product product, String term) {
        return of(product).stream().filter(rule -> rule.term().equals(term)).findFirst();
    }

    static String id(Product product, String term) {
        return Ids.of("commitment", product.id() + term);
    }

    static boolean savingsPlan(Product product) {
        return product.name().startsWith("Azure Savings Plan");
    }

    private static List<String> terms(Product product) {
        if (savingsPlan(product)) {
            return List.of("1-Year", "3-Year");
        }
        return switch (product.vendor()) {
            case "Google" -> List.of("1-Year");
            case "Adobe" -> List.of("1-Year", "3-Year");
            default -> List.of("Monthly", "1-Year", "3-Year");
        };
    }

    private static CommitmentRule rule(Product product, String term) {
        String id = id(product, term);
        if (savingsPlan(product)) {
            return new CommitmentRule(id, term, false, 0, 0, false, false, false, false, false);
        }
        return switch (product.vendor()) {
            case "Microsoft" -> new CommitmentRule(id, term, true, 0, 7, true, false, false, false, true);
            case "Adobe" -> new CommitmentRule(id, term, true, 14, 0, true, false, false, false, false);
            case "Google" -> new CommitmentRule(id, term, true, 0, 0, true, false, false, true, true);
            default -> new CommitmentRule(id, term, true, 0, 0, true, false, "Monthly".equals(term), !"Monthly".equals(term), false);
        };
    }
}
