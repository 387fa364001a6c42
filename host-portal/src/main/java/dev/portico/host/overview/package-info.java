/** The start page. */
@NullMarked
package dev.portico.host.overview;

import org.jspecify.annotations.NullMarked;
