/** Secrets of plugins, encrypted with keys that are not in the database. */
@NullMarked
package dev.portico.host.vault;

import org.jspecify.annotations.NullMarked;
