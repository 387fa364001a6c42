/** How the plugin says times, amounts and counts. */
@NullMarked
package dev.portico.pax8.texts;

import org.jspecify.annotations.NullMarked;
