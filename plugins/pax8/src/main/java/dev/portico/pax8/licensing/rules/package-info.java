/** The rules of Licensing as pure functions: whether a request applies, waits or is refused, and why. */
@NullMarked
package dev.portico.pax8.licensing.rules;

import org.jspecify.annotations.NullMarked;
