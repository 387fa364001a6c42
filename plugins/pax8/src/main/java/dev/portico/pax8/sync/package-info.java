/** The jobs that bring companies, products, subscriptions and usage from Pax8 into the plugin's tables. */
@NullMarked
package dev.portico.pax8.sync;

import org.jspecify.annotations.NullMarked;
