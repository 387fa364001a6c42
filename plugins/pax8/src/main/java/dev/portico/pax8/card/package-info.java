/** The plugin's card in the portal: how the integration is doing, syncing by hand, and removal. */
@NullMarked
package dev.portico.pax8.card;

import org.jspecify.annotations.NullMarked;
