/** Looks into the memory of a Java process from outside. */
@NullMarked
package dev.portico.demo.memory;

import org.jspecify.annotations.NullMarked;
