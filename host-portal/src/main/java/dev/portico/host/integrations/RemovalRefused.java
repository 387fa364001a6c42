package dev.portico.host.integrations;

/** An integration was not removed; nothing was deleted, and the message says why. */
class RemovalRefused extends RuntimeException {

    RemovalRefused(String message) {
        super(message);
    }
}
