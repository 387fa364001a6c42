package dev.portico.api.host;

import dev.portico.api.Secret;
import java.util.Optional;

/** Secrets of this plugin, encrypted at rest with a key that is not in the database. */
public interface Vault {

    /** Stores or replaces a secret. */
    void put(String name, Secret secret);

    /** Reads a secret. */
    Optional<Secret> find(String name);

    /** Deletes a secret if it is there. */
    void delete(String name);
}
