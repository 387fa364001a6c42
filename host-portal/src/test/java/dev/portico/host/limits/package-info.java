/** Budgets of calls under several portals at once. */
@NullMarked
package dev.portico.host.limits;

import org.jspecify.annotations.NullMarked;
