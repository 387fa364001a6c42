/** Whether the code of plugins that went really left the memory. */
@NullMarked
package dev.portico.host.plugins.unload;

import org.jspecify.annotations.NullMarked;
