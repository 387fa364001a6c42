/** What a plugin contributes to the portal's screens: pages, a card, wizard steps. */
@NullMarked
package dev.portico.api.screen;

import org.jspecify.annotations.NullMarked;
