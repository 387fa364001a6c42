/** Starts the portal with the Pax8 plugin, and the Pax8 sandbox, as processes of their own. */
@NullMarked
package dev.portico.demo;

import org.jspecify.annotations.NullMarked;
