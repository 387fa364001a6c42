/** The people who may sign in, as data. */
@NullMarked
package dev.portico.host.security.people;

import org.jspecify.annotations.NullMarked;
