package dev.portico.pax8.connection;

import dev.portico.api.Secret;
import dev.portico.api.host.Vault;
import java.util.Optional;

/** The MSP's own API credentials, in the vault. */
final class ApiCredentials {

    private static final String ID = "api-client-id";
    private static final String SECRET = "api-client-secret";

    private final Vault vault;

    ApiCredentials(Vault vault) {
        this.vault = vault;
    }

    void put(Pair credentials) {
        vault.put(ID, Secret.of(credentials.id()));
        vault.put(SECRET, credentials.secret());
    }

    Optional<Pair> find() {
        return vault.find(ID).flatMap(id -> vault.find(SECRET).map(secret -> new Pair(id.reveal(), secret)));
    }

    void delete() {
        vault.delete(ID);
        vault.delete(SECRET);
    }

    /** Client id and secret. */
    record Pair(String id, Secret secret) {}
}
