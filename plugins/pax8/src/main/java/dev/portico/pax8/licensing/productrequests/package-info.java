/** Products of the catalog that clients ask the MSP for: people go on from there. */
@NullMarked
package dev.portico.pax8.licensing.productrequests;

import org.jspecify.annotations.NullMarked;
