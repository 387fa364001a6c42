package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Turns firms into companies as Pax8 keeps them. */
final class CompanyMaker {

    private static final Instant FIRST_UPDATE = Instant.parse("2023-02-01T09:00:00Z");

    private final Words words = new Words();

    Company company(Firms.Pairing pairing, int number) {
        Firm firm = pairing.firm();
        Dice dice = Dice.of("company/" + firm.key());
        City city = firm.city();
        String name = pairing.atPax8() == null ? firm.fullName() : pairing.atPax8();
        return new Company(Ids.of("company", firm.key()), name, street(city, dice), city.name(), city.region(), city.postalCode(),
                city.country().name(), phone(city, dice), website(firm, dice),
                dice.percent(35) ? "CUST-" + dice.between(1000, 9999) : null, dice.percent(30), dice.percent(40), dice.percent(50),
                status(number), FIRST_UPDATE.plus(dice.below(1_200_000), ChronoUnit.MINUTES).plusMillis(dice.below(60_000)));
    }

    /** Of a hundred: one deleted, seven inactive. */
    private static String status(int number) {
        return switch (number % 100) {
            case 37 -> "Deleted";
            case 5, 19, 28, 46, 61, 77, 93 -> "Inactive";
            default -> "Active";
        };
    }

    private String street(City city, Dice dice) {
        int house = dice.between(1, city.country() == Country.US ? 9800 : 240);
        return switch (city.country()) {
            case NL -> words.any("streetNL", dice) + " " + house;
            case DE -> words.any("streetDE", dice) + " " + house;
            default -> house + " " + words.any("street", dice);
        };
    }

    private static @Nullable String phone(City city, Dice dice) {
        int number = dice.below(10_000);
        return dice.percent(10) ? null : city.dialling() + "-%04d".formatted(number);
    }

    private static @Nullable String website(Firm firm, Dice dice) {
        int roll = dice.below(100);
        String host = firm.host();
        if (host.length() < 12) {
            return null;
        }
        return roll < 20 ? host : roll < 35 ? "www." + host : roll < 55 ? "https://www." + host + "/" : roll < 58 ? "" : null;
    }
}
