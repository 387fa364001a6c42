/** The boundaries between the modules and their features, and the habits of every module, as rules that run. */
@NullMarked
package dev.portico.host.architecture;

import org.jspecify.annotations.NullMarked;
