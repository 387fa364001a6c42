package dev.portico.api.host;

/** A bean of a plugin that wants to know about its OAuth connection. */
public interface ConnectionListener {

    /**
     * An administrator has just connected; tokens are in place.
     *
     * @param connection the new connection
     */
    void connected(OAuthConnection.Connection connection);
}
