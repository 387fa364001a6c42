/** Binds the plugin contract to the portal's features: what plugins get, and what is taken from them. */
@NullMarked
package dev.portico.host.contract;

import org.jspecify.annotations.NullMarked;
