/** Plugins at run time: what shall run stands in the database, one life-cycle thread makes it so. */
@NullMarked
package dev.portico.host.plugins;

import org.jspecify.annotations.NullMarked;
