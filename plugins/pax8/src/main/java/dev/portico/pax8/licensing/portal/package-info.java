/** What users of a client company see: their licenses, their requests, and the catalog to ask for more. */
@NullMarked
package dev.portico.pax8.licensing.portal;

import org.jspecify.annotations.NullMarked;
