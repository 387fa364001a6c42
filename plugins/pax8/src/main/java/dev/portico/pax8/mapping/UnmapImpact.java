package dev.portico.pax8.mapping;

/**
 * What unmapping would remove from the portal; nothing changes at Pax8.
 *
 * @param companies that are mapped now and would not be
 */
public record UnmapImpact(long companies, long subscriptions, long seats) {}
