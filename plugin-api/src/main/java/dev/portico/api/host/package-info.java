/** What the portal offers to a plugin; every object here is bound to the plugin that received it. */
@NullMarked
package dev.portico.api.host;

import org.jspecify.annotations.NullMarked;
