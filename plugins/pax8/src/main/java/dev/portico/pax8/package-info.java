/** The Pax8 plugin: what it declares to the portal. */
@NullMarked
package dev.portico.pax8;

import org.jspecify.annotations.NullMarked;
