/** Says in sentences what the rules of Licensing decided and when seats can be changed. */
@NullMarked
package dev.portico.pax8.licensing.words;

import org.jspecify.annotations.NullMarked;
