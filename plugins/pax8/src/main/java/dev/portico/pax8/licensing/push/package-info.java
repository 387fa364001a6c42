/** Brings approved requests to Pax8: each exactly once, whatever breaks off in between. */
@NullMarked
package dev.portico.pax8.licensing.push;

import org.jspecify.annotations.NullMarked;
