/** Budgets of calls to other systems, shared by all portals on one database. */
@NullMarked
package dev.portico.host.limits;

import org.jspecify.annotations.NullMarked;
