/** The subscriptions of mapped companies, as users of the portal see them. */
@NullMarked
package dev.portico.pax8.licensing;

import org.jspecify.annotations.NullMarked;
