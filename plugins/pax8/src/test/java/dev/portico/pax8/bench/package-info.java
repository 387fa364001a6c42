/** How figures are taken and told. */
@NullMarked
package dev.portico.pax8.bench;

import org.jspecify.annotations.NullMarked;
