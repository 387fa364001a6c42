/** Faults that are switched on at request, and the journal of what was called. */
@NullMarked
package dev.portico.sandbox.faults;

import org.jspecify.annotations.NullMarked;
