/** What Pax8 says about products in use: commitments, and prices. */
@NullMarked
package dev.portico.pax8.licensing.terms;

import org.jspecify.annotations.NullMarked;
