/** The connection to Pax8: how it is made, what state it is in, and the tokens that come from it. */
@NullMarked
package dev.portico.pax8.connection;

import org.jspecify.annotations.NullMarked;
