/** Settings &gt; Integrations: the grid of cards, the frame of the set-up wizard, Remove Integration. */
@NullMarked
package dev.portico.host.integrations;

import org.jspecify.annotations.NullMarked;
