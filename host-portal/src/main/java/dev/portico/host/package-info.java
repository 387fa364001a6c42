/** The portal: features, each in a package of its own, and the class that starts them. */
@NullMarked
package dev.portico.host;

import org.jspecify.annotations.NullMarked;
