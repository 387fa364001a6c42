package dev.portico.pax8.licensing.catalog;

import java.math.BigDecimal;

/**
 * What one seat of a product costs a client, as Pax8 suggests it: of the monthly price if there is one, for the
 * smallest number of seats. Pax8 names no currency with it.
 *
 * @param amount for one seat and one billing term
 * @param billingTerm Pax8's own word, such as {@code Monthly}
 */
public record RetailPrice(BigDecimal amount, String billingTerm) {}
