package dev.portico.host.plugins;

/**
 * One version of a plugin's code.
 *
 * @param id of the plugin
 * @param version from the jar's manifest
 * @param sha256 of the jar, hexadecimal
 */
record PluginCode(String id, String version, String sha256) {

    @Override
    public String toString() {
        return id + ":" + version;
    }
}
