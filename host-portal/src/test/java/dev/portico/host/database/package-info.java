/** The embedded database in all the states in which a start may find it. */
@NullMarked
package dev.portico.host.database;

import org.jspecify.annotations.NullMarked;
