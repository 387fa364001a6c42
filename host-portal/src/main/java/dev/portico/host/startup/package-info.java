/** A portal that cannot start says in plain words what is wrong and what to do, instead of a stack trace. */
@NullMarked
package dev.portico.host.startup;

import org.jspecify.annotations.NullMarked;
