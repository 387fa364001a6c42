package dev.portico.host.plugins.packages;

import java.util.Arrays;

/**
 * A plugin's package that passed all checks.
 *
 * @param id from {@code Plugin-Id}
 * @param version from {@code Plugin-Version}, a semantic version
 * @param requires from {@code Plugin-Requires}, the versions of the plugin API it works with
 * @param provider who made it, from {@code Plugin-Provider}
 * @param description from {@code Plugin-Description}
 * @param extension name of the class that is the plugin
 * @param sha256 of the bytes, hexadecimal
 * @param signature who vouches for it
 * @param bytes the whole jar; shared, not to be changed
 */
public record PluginPackage(
        String id,
        String version,
        String requires,
        String provider,
        String description,
        String extension,
        String sha256,
        SignatureState signature,
        byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof PluginPackage that
                && sha256.equals(that.sha256)
                && signature.equals(that.signature)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "PluginPackage[" + id + " " + version + ", " + signature + ", sha256=" + sha256 + ", " + bytes.length
                + " bytes]";
    }
}
