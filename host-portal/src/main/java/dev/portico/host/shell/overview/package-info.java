/** The start page. */
@NullMarked
package dev.portico.host.shell.overview;

import org.jspecify.annotations.NullMarked;
