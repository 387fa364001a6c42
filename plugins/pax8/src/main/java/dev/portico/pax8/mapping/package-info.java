/** Which Pax8 company is which company of the portal. */
@NullMarked
package dev.portico.pax8.mapping;

import org.jspecify.annotations.NullMarked;
