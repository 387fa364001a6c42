/** What a person reads when the portal does not start. */
@NullMarked
package dev.portico.host.startup;

import org.jspecify.annotations.NullMarked;
