/** Requests to change seats: their states, who decides, and how they reach Pax8 exactly once. */
@NullMarked
package dev.portico.pax8.licensing.requests;

import org.jspecify.annotations.NullMarked;
