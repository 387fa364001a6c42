package dev.portico.host.plugins;

/**
 * The desired state of a plugin.
 *
 * @param id unique, from the jar's manifest
 * @param version from the jar's manifest
 * @param sha256 of the jar, hexadecimal
 * @param enabled whether it shall run
 */
public record InstalledPlugin(String id, String version, String sha256, boolean enabled) {

    /** Whether the other has the same code. */
    boolean sameCode(InstalledPlugin other) {
        return sha256.equals(other.sha256);
    }
}
