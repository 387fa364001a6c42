/** The vault with right, wrong, missing, old and rotated keys. */
@NullMarked
package dev.portico.host.vault;

import org.jspecify.annotations.NullMarked;
