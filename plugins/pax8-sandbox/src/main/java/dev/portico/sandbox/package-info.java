/** The Pax8 sandbox: start, stop and what it is made of. */
@NullMarked
package dev.portico.sandbox;

import org.jspecify.annotations.NullMarked;
