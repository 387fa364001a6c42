package dev.portico.pax8.licensing.requests;

/** The subscription is not here, or the current user may not see it; choose another one. */
public class SubscriptionOutOfSight extends RuntimeException {

    SubscriptionOutOfSight(String message) {
        super(message);
    }
}
