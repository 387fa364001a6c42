/** Signing in by form, and the first start, when nobody can sign in yet. */
@NullMarked
package dev.portico.host.security.signin;

import org.jspecify.annotations.NullMarked;
