/** Mail, if a mail server is set: what people are told at the bell, from an outbox, and invitations. */
@NullMarked
package dev.portico.host.mail;

import org.jspecify.annotations.NullMarked;
