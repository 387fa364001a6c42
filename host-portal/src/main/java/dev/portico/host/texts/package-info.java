/** The portal's texts in the user's language. */
@NullMarked
package dev.portico.host.texts;

import org.jspecify.annotations.NullMarked;
