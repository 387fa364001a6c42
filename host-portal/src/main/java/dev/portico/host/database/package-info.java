/** A real PostgreSQL that comes with the portal, for installations that do not name a server of their own. */
@NullMarked
package dev.portico.host.database;

import org.jspecify.annotations.NullMarked;
