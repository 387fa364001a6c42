package dev.portico.host.plugins;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The desired state of a plugin.
 *
 * @param id unique, from the jar's manifest
 * @param version of the installed code
 * @param sha256 of the installed jar, hexadecimal
 * @param wanted what administrators want of it
 * @param revision rises with every change
 * @param previous hash of the jar to which one can go back
 * @param candidate another version that is to be tried
 */
record InstalledPlugin(
        String id,
        String version,
        String sha256,
        Wanted wanted,
        long revision,
        Optional<String> previous,
        Optional<Candidate> candidate) {

    /**
     * A version that is to be tried.
     *
     * @param since when it came to this phase
     * @param node that tries it, once one does
     * @param problem why it failed
     */
    record Candidate(
            String version,
            String sha256,
            PluginOverview.Phase phase,
            Instant since,
            Optional<UUID> node,
            Optional<String> problem) {

        boolean waiting() {
            return phase == PluginOverview.Phase.WAITING;
        }
    }

    /** The code that it has. */
    PluginCode code() {
        return new PluginCode(id, version, sha256);
    }

    /** The code that is to be tried. */
    Optional<PluginCode> candidateCode() {
        return candidate.map(it -> new PluginCode(id, it.version(), it.sha256()));
    }
}
