/** The portal's companies: the MSP's clients. */
@NullMarked
package dev.portico.host.companies;

import org.jspecify.annotations.NullMarked;
