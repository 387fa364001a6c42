package dev.portico.host.plugins;

import java.util.List;
import java.util.Optional;

/**
 * A package that passed all checks and waits for an administrator's consent. It is kept by the screen only.
 *
 * @param id of the plugin
 * @param signer who signed it; empty if it is unsigned and its id is allowed to be
 * @param brings what it would bring
 * @param installed the version it would replace, with what that one brings
 * @param older whether it is older than the installed version
 * @param newMigrations changes to the plugin's tables that would be made
 * @param keptData whether data of an earlier installation is there and would be used again
 * @param jar the whole package
 */
public record Offered(
        String id,
        String version,
        String sha256,
        Optional<String> signer,
        Brings brings,
        Optional<Installed> installed,
        boolean older,
        List<String> newMigrations,
        boolean keptData,
        byte[] jar) {

    /** What is there already. */
    public record Installed(String version, boolean sameCode, Brings brings) {}

    @Override
    public String toString() {
        return id + ":" + version;
    }
}
