/** The users of client companies: a page of each company, for the MSP's people. */
@NullMarked
package dev.portico.host.clients;

import org.jspecify.annotations.NullMarked;
