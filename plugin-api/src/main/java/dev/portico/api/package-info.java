/** The contract between the portal and its plugins: what a plugin declares about itself. */
@NullMarked
package dev.portico.api;

import org.jspecify.annotations.NullMarked;
