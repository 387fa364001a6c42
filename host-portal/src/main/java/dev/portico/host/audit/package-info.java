/** The record of who did what. */
@NullMarked
package dev.portico.host.audit;

import org.jspecify.annotations.NullMarked;
