package dev.portico.api.screen;

/** Whom a page is made for, whatever permissions they hold. */
public enum Audience {
    /** Every user with the permission. */
    EVERYONE,
    /** Users of the MSP: all that are no client users. */
    STAFF,
    /** Client users: those of one of the MSP's companies. */
    CLIENTS
}
