/** Where staff decides: requests to change seats, one by one or many at once, and products that clients ask for. */
@NullMarked
package dev.portico.pax8.licensing.desk;

import org.jspecify.annotations.NullMarked;
