package dev.portico.host.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;

/**
 * A plugin's package, checked as far as can be told without running it.
 *
 * @param id from {@code Plugin-Id}
 * @param version from {@code Plugin-Version}
 * @param sha256 of the bytes, hexadecimal
 * @param bytes the whole jar
 */
record PluginJar(String id, String version, String sha256, byte[] bytes) {

    /** Version of the plugin API that this portal offers. */
    static final String API_VERSION = "1.0.0";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final String EXTENSIONS = "META-INF/extensions.idx";

    /** Reads and checks a package. */
    static PluginJar read(byte[] bytes) {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(bytes))) {
            Manifest manifest = Optional.ofNullable(in.getManifest())
                    .orElseThrow(() -> new PluginRefused(
                            "The package is not a plugin: it is no jar, or META-INF/MANIFEST.MF is not its first entry"));
            boolean extensions = false;
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                refuseHostLibrary(entry.getName());
                extensions |= entry.getName().equals(EXTENSIONS);
            }
            if (!extensions) {
                throw new PluginRefused("The package has no " + EXTENSIONS
                        + ": let PF4J's annotation processor run in the plugin's build (<proc>full</proc>)");
            }
            return of(manifest.getMainAttributes(), bytes);
        } catch (IOException e) {
            throw new PluginRefused("The package cannot be read as a jar: " + e.getMessage(), e);
        }
    }

    private static PluginJar of(Attributes manifest, byte[] bytes) {
        String id = required(manifest.getValue("Plugin-Id"), "Plugin-Id");
        if (!ID.matcher(id).matches()) {
            throw new PluginRefused("Plugin-Id " + id + " must be lower-case letters, digits and dashes, 2 to 40 of them");
        }
        String requires = required(manifest.getValue("Plugin-Requires"), "Plugin-Requires");
        if (!new DefaultVersionManager().checkVersionConstraint(API_VERSION, range(requires))) {
            throw new PluginRefused("The plugin needs version " + requires + " of the plugin API; this portal offers "
                    + API_VERSION + ". Install a release of the plugin that was made for this portal");
        }
        String version = required(manifest.getValue("Plugin-Version"), "Plugin-Version");
        return new PluginJar(id, version, sha256(bytes), bytes);
    }

    /** A plain version stands for all later ones that are compatible with it. */
    private static String range(String requires) {
        return Character.isDigit(requires.charAt(0)) ? "^" + requires : requires;
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new PluginRefused("The manifest lacks " + name + ": set it in the plugin's build");
        }
        return value.strip();
    }

    private static void refuseHostLibrary(String entry) {
        for (String library : List.of("org/springframework/", "com/vaadin/", "org/jobrunr/", "org/slf4j/", "org/pf4j/",
                "dev/portico/api/")) {
            if (entry.startsWith(library) && entry.endsWith(".class")) {
                throw new PluginRefused("The package holds classes of the portal (" + library
                        + "): give that dependency the scope provided");
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
