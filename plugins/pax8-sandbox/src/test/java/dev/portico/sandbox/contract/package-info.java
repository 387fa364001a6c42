/** The vendor's documents as a judge; in the test jar, so that the plugin's tests can call it too. */
@NullMarked
package dev.portico.sandbox.contract;

import org.jspecify.annotations.NullMarked;
