/** How long the portal takes to start, and how fast it brings Pax8's data. */
@NullMarked
package dev.portico.demo.bench;

import org.jspecify.annotations.NullMarked;
