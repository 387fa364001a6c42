/** What the author of a plugin uses in its build: the contract test, the rules for its code, and signing. */
@NullMarked
package dev.portico.api.kit;

import org.jspecify.annotations.NullMarked;
