/** The three steps that set the integration up: connect, map companies, complete. */
@NullMarked
package dev.portico.pax8.wizard;

import org.jspecify.annotations.NullMarked;
