/** What a plugin's package must be before any of its code runs: a sound jar, by the rules, and signed by whom. */
@NullMarked
package dev.portico.host.plugins.packages;

import org.jspecify.annotations.NullMarked;
