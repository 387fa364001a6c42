/** Background work of a plugin: what it declares and what it reports. */
@NullMarked
package dev.portico.api.job;

import org.jspecify.annotations.NullMarked;
