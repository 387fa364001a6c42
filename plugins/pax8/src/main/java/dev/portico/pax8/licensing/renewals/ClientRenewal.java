package dev.portico.pax8.licensing.renewals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A renewal on which a client was asked to decide; without anything that a client does not see.
 *
 * @param happens what happens on the day if nobody does anything, as a sentence
 * @param day the first one on which the subscription is no longer bound, in UTC
 * @param answer {@link RenewalAnswer#ASKED} while there is none
 * @param wantedSeats with {@link RenewalAnswer#REDUCE}
 */
public record ClientRenewal(
        UUID subscriptionId,
        String product,
        String happens,
        long seats,
        LocalDate day,
        RenewalAnswer answer,
        Optional<Long> wantedSeats) {}
