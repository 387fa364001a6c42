/** Watches whether plugins that were unloaded really leave the memory. */
@NullMarked
package dev.portico.host.plugins.unload;

import org.jspecify.annotations.NullMarked;
