/** OAuth 2 connections of plugins: registrations at run time, the authorization-code flow, tokens in the vault. */
@NullMarked
package dev.portico.host.oauth;

import org.jspecify.annotations.NullMarked;
