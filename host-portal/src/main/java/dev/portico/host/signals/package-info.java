/** News that the nodes of the portal tell each other through the database. */
@NullMarked
package dev.portico.host.signals;

import org.jspecify.annotations.NullMarked;
