package dev.portico.pax8.connection;

/** How the portal is allowed to call Pax8. */
public enum ConnectionMethod {
    /** An administrator approved it at Pax8's own sign-in. */
    OAUTH,
    /** The MSP's own API credentials. */
    API_CREDENTIALS
}
