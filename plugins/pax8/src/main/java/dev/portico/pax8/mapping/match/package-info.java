/** Quick Match: proposes which companies of two lists are the same firm, and says why. */
@NullMarked
package dev.portico.pax8.mapping.match;

import org.jspecify.annotations.NullMarked;
