/** How a call into a plugin is kept apart from the portal: its own thread, its time, what went wrong, its figures. */
@NullMarked
package dev.portico.host.plugins.calls;

import org.jspecify.annotations.NullMarked;
