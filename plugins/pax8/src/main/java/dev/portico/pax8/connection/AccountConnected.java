package dev.portico.pax8.connection;

/**
 * Published when the connection works again and data may flow.
 *
 * @param another whether an administrator confirmed that it is another account than before
 */
public record AccountConnected(boolean another) {}
