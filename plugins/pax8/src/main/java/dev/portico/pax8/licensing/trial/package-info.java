/** Tries settings out before they are saved: on a request that is made up, and on those of the last months. */
@NullMarked
package dev.portico.pax8.licensing.trial;

import org.jspecify.annotations.NullMarked;
