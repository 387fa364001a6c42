/** The Partner API under /v1, answering as the vendor's documents and the observed wire say. */
@NullMarked
package dev.portico.sandbox.partner;

import org.jspecify.annotations.NullMarked;
