package dev.portico.pax8.connection;

/**
 * Result of calling Pax8 once.
 *
 * @param works whether Pax8 answered as it should
 * @param message a translated sentence; if it does not work, what to do
 */
public record ConnectionTest(boolean works, String message) {}
