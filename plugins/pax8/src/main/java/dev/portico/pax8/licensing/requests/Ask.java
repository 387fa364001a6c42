package dev.portico.pax8.licensing.requests;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a user asks for.
 *
 * @param subscriptionId at Pax8
 * @param seenSeats the seats the user saw when asking; if they are others by now, the user is told and asks again
 * @param wantedSeats the new total
 * @param note why; may be empty
 * @param scheduledFor not to be written before; empty: as soon as it is approved
 */
public record Ask(UUID subscriptionId, long seenSeats, long wantedSeats, String note, Optional<Instant> scheduledFor) {}
