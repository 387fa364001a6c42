/** The invented partner: its companies, the catalog and the subscriptions, the same at every start. */
@NullMarked
package dev.portico.sandbox.data;

import org.jspecify.annotations.NullMarked;
