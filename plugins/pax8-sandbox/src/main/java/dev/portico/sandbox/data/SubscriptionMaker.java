package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Gives the companies their subscriptions. */
final class SubscriptionMaker {

    private static final LocalDate FIRST_START = LocalDate.of(2021, 1, 4);
    private static final int DAYS_OF_STARTS = 1_600;
    /** Every so many subscriptions one began in the last days, so that windows after a purchase can be seen. */
    private static final int RECENT = 33;
    /** Every so many subscriptions one is to the product that has no place on the shelf, which would change what all others are to. */
    private static final int SAVINGS_PLANS = 200;

    private final NavigableMap<Double, Company> companies = new TreeMap<>();
    private final NavigableMap<Integer, Product> products = new TreeMap<>();
    private final NavigableMap<Integer, Product> legacy = new TreeMap<>();
    private final Map<String, String> lastOfCompany = new HashMap<>();
    private final Product savingsPlan;
    private final double companyWeight;
    private final LocalDate today;

    SubscriptionMaker(List<Company> clients, List<Catalog.Weighted> used, LocalDate today) {
        this.today = today;
        double weight = 0;
        for (Company company : clients) {
            companies.put(weight, company);
            // why: a few large clients hold most subscriptions; inactive and deleted ones keep little
            double size = Math.pow(Dice.of("seats/" + company.id()).fraction(), 1.6) * 4 + 0.15;
            weight += "Active".equals(company.status()) ? size : size * 0.08;
        }
        companyWeight = weight;
        savingsPlan = used.stream().map(Catalog.Weighted::product).filter(CommitmentRules::savingsPlan).findFirst().orElseThrow();
        for (Catalog.Weighted entry : used) {
            NavigableMap<Integer, Product> shelf = entry.product().listed() ? products : legacy;
            int next = shelf.isEmpty() ? 0 : shelf.lastKey() + 1;
            for (int i = 0; i < entry.weight(); i++) {
                shelf.put(next + i, entry.product());
            }
        }
    }

    /** Ask for them in order: an add-on refers to the one before it in the same company. */
    Subscription subscription(int number) {
        Dice dice = Dice.of("subscription", number);
        Company company = companies.floorEntry(dice.fraction() * companyWeight).getValue();
        // why: one in a hundred refers to a product that the list lacks
        Product product = number % 100 == 71 ? any(legacy, dice) : any(products, dice);
        product = number % SAVINGS_PLANS == 41 ? savingsPlan : product;
        String status = "Active".equals(company.status()) ? status(number, product) : "Cancelled";
        boolean recent = number % RECENT == 7 && "Active".equals(status);
        LocalDate start = "Trial".equals(status) ? today.minusDays(dice.between(2, 20))
                : recent ? today.minusDays(dice.between(1, 5)) : FIRST_START.plusDays(dice.below(DAYS_OF_STARTS));
        LocalDate end = end(status, start, dice);
        Term term = Term.any(product, status, dice);
        Commitment commitment = term.commitment() == null || "Cancelled".equals(status) && dice.percent(60) ? null
                : new Commitment(CommitmentRules.id(product, term.commitment()), term.commitment(),
                        term.endOfRunning(start, end == null ? today : min(end, today)));
        Country country = Country.valueOf(company.country());
        boolean known = !dice.percent(2);
        String id = Ids.of("subscription", number);
        String before = lastOfCompany.put(company.id(), id);
        return new Subscription(id, dice.percent(3) ? before : null, company.id(), product.id(),
                dice.percent(1.5) ? null : product.name(), vendorSubscriptionId(product, number, dice), product.vendorSku(),
                quantity(company, product, dice), at(start, dice), end == null ? null : at(end, dice),
                at(start.minusDays(dice.below(4)), dice), dice.percent(70) ? updated(start, dice) : null,
                known ? start : null, status, known ? price(product.retail(), term, country) : null,
                dice.percent(8) ? null : price(product.cost(), term, country), dice.percent(1) ? null : country.currency(),
                term.billing(), commitment, product.usage(), null);
    }

    /** Of a hundred: 75 active, 15 cancelled, 5 trials, 3 pending, 2 being cancelled. */
    private static String status(int number, Product product) {
        int roll = (number * 37 + 11) % 100;
        if (roll < 75) {
            return "Active";
        }
        if (roll < 90) {
            return "Cancelled";
        }
        if (roll < 95) {
            return product.oneTime() ? "Active" : "Trial";
        }
        return roll < 98 ? "PendingManual" : "PendingCancel";
    }

    private @Nullable LocalDate end(String status, LocalDate start, Dice dice) {
        return switch (status) {
            case "Cancelled" -> min(start.plusDays(dice.between(20, 700)), today.minusDays(1));
            case "PendingCancel" -> today.plusDays(dice.between(1, 60));
            case "Trial" -> start.plusDays(30);
            default -> null;
        };
    }

    private static int quantity(Company company, Product product, Dice dice) {
        double seats = 3 + Math.pow(Dice.of("seats/" + company.id()).fraction(), 4) * 380;
        if (product.usage() || product.name().contains("SIRIS")) {
            return 1;
        }
        return Math.max(1, (int) Math.round(seats * (dice.percent(55) ? 1 : dice.fraction())));
    }

    private static BigDecimal price(double perMonth, Term term, Country country) {
        return PriceList.amount(perMonth, term, country.priceFactor());
    }

    private static @Nullable String vendorSubscriptionId(Product product, int number, Dice dice) {
        if (product.microsoft()) {
            return Ids.of("vendor-subscription", number);
        }
        return dice.percent(40) ? product.vendor().substring(0, 2).toUpperCase(Locale.ROOT) + "-" + dice.between(100_000, 999_999) : null;
    }

    private Instant updated(LocalDate start, Dice dice) {
        long days = Math.max(1, ChronoUnit.DAYS.between(start, min(today, FIRST_START.plusDays(DAYS_OF_STARTS + 60))));
        return at(start.plusDays(dice.below((int) days)), dice);
    }

    private static Instant at(LocalDate day, Dice dice) {
        return day.atTime(LocalTime.of(6 + dice.below(12), dice.below(60), dice.below(60), dice.below(1000) * 1_000_000)).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Product any(NavigableMap<Integer, Product> shelf, Dice dice) {
        return shelf.get(dice.below(shelf.size()));
    }
}
