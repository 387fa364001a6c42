/** What the author of a plugin uses in its build: signing here, tests and rules beside it. */
@NullMarked
package dev.portico.api.kit;

import org.jspecify.annotations.NullMarked;
