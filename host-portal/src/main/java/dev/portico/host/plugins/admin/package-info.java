/** Settings &gt; Plugins: see, install, switch, upgrade and remove plugins. */
@NullMarked
package dev.portico.host.plugins.admin;

import org.jspecify.annotations.NullMarked;
