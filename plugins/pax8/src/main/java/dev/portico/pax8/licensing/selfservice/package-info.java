/** What single subscriptions set for self-service instead of inheriting it from the settings. */
@NullMarked
package dev.portico.pax8.licensing.selfservice;

import org.jspecify.annotations.NullMarked;
