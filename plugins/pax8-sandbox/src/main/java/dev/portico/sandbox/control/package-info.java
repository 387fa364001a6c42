/** The control API and the control page, for people and tests on this machine only. */
@NullMarked
package dev.portico.sandbox.control;

import org.jspecify.annotations.NullMarked;
