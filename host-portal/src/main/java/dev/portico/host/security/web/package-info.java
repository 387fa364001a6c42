/** The filter chain every request passes, and the check every navigation passes. */
@NullMarked
package dev.portico.host.security.web;

import org.jspecify.annotations.NullMarked;
