/** Settings &gt; Licensing: who needs an approval, what clients see in the catalog, and who may ask for what. */
@NullMarked
package dev.portico.pax8.licensing.administration;

import org.jspecify.annotations.NullMarked;
