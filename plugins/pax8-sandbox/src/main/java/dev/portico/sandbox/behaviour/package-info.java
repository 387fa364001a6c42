/** Switches between the ways in which Pax8 is known, or suspected, to answer. */
@NullMarked
package dev.portico.sandbox.behaviour;

import org.jspecify.annotations.NullMarked;
