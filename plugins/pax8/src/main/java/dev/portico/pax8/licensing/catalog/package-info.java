/** The catalog of products: what staff shows and features there, and what clients see of it. */
@NullMarked
package dev.portico.pax8.licensing.catalog;

import org.jspecify.annotations.NullMarked;
