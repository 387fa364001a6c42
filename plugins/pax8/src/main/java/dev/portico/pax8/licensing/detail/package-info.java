/** Everything about one subscription: what it is, what may be changed and when, and how its seats came to be. */
@NullMarked
package dev.portico.pax8.licensing.detail;

import org.jspecify.annotations.NullMarked;
