/** The portal's routes and views that show what plugins contribute. */
@NullMarked
package dev.portico.host.screens;

import org.jspecify.annotations.NullMarked;
