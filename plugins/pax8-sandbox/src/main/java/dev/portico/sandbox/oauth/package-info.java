/** The OAuth server: sign-in, consent, tokens, refresh and revocation. */
@NullMarked
package dev.portico.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
