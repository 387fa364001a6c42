package dev.portico.pax8.licensing.renewals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscription whose commitment or trial ends soon.
 *
 * @param day the first one on which it is no longer bound, in UTC; for a trial, the one on which it ends
 * @param answer empty if the client was not asked
 * @param openRequest a request to change its seats is open
 * @param muted its product asks for no decision
 * @param stake what it costs the MSP for another term; empty if unknown, or if the current user may not know
 */
record Renewal(
        UUID subscriptionId,
        UUID companyId,
        String company,
        Optional<UUID> productId,
        String product,
        String vendor,
        long seats,
        String commitmentTerm,
        String billingTerm,
        LocalDate day,
        What what,
        Optional<Answer> answer,
        boolean openRequest,
        boolean muted,
        Optional<Stake> stake) {

    /** The first moment of the day. */
    Instant start() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Identity in lists. */
    Key key() {
        return new Key(subscriptionId, day);
    }

    /** What happens on the day if nobody does anything. */
    enum What {
        RENEWS,
        ENDS,
        TRIAL_ENDS,
        /** Pax8 does not say whether it renews. */
        UNKNOWN;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Which renewal. */
    record Key(UUID subscriptionId, LocalDate day) {}

    /**
     * What the client said.
     *
     * @param seats with {@link RenewalAnswer#REDUCE}
     * @param by sign-in name of who answered, or who asked if nobody has
     */
    record Answer(RenewalAnswer answer, Optional<Long> seats, String by, Instant at) {}

    /** An amount; the currency is empty if unknown. */
    record Stake(BigDecimal amount, String currency) {}
}
