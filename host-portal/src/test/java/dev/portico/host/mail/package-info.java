/** Tests with a real mail server. */
@NullMarked
package dev.portico.host.mail;

import org.jspecify.annotations.NullMarked;
