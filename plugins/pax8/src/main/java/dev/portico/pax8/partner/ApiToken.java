package dev.portico.pax8.partner;

import dev.portico.api.Secret;
import java.time.Duration;

/**
 * An access token for API credentials.
 *
 * @param lifetime from the answer on
 */
public record ApiToken(Secret value, Duration lifetime) {}
