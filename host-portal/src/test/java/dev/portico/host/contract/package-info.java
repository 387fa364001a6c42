/** Tests of the contract's services. */
@NullMarked
package dev.portico.host.contract;

import org.jspecify.annotations.NullMarked;
