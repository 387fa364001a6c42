/** Small pieces that the plugin's screens are composed of. */
@NullMarked
package dev.portico.pax8.look;

import org.jspecify.annotations.NullMarked;
