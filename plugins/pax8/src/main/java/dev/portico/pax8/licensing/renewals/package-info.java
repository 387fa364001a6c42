/** What ends or renews soon and needs a decision: staff asks its client, the client answers. */
@NullMarked
package dev.portico.pax8.licensing.renewals;

import org.jspecify.annotations.NullMarked;
