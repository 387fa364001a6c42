/** What a change of seats looks like: the dialog that asks for one, what is expected of it, its state and its history. */
@NullMarked
package dev.portico.pax8.licensing.change;

import org.jspecify.annotations.NullMarked;
