/** The settings of Licensing: versioned, tried before they are saved, and what single subscriptions set for themselves. */
@NullMarked
package dev.portico.pax8.licensing.settings;

import org.jspecify.annotations.NullMarked;
