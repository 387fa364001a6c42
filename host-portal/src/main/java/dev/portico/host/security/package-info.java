/** Who may do what: permissions, and the user who acts. */
@NullMarked
package dev.portico.host.security;

import org.jspecify.annotations.NullMarked;
