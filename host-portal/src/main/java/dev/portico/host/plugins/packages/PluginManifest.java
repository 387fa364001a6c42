package dev.portico.host.plugins.packages;

import com.github.zafarkhaja.semver.ParseException;
import com.github.zafarkhaja.semver.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.pf4j.DefaultVersionManager;

/** What the manifest of a package says; empty texts stand for what it lacks. */
record PluginManifest(String id, String version, String requires, String provider, String description) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** Schemas and owners that the portal or PostgreSQL have for themselves. */
    private static final Set<String> RESERVED = Set.of("portal", "jobs", "public", "information-schema", "host");

    /** These would load code from outside of the package or give it power over the whole portal. */
    private static final List<String> FORBIDDEN =
            List.of("Class-Path", "Launcher-Agent-Class", "Premain-Class", "Agent-Class");

    private static final int LONGEST_VERSION = 100;
    private static final int LONGEST_TEXT = 500;

    /**
     * Reads the manifest, which has to be the same for one who reads the jar from its directory and from its start.
     *
     * @throws PackageRefused if there is no such manifest
     */
    static Attributes read(PackageFile file, byte[] jar) {
        if (!file.has(PackageFile.MANIFEST)) {
            throw new PackageRefused(Finding.of(Rule.MANIFEST_UNREADABLE));
        }
        byte[] content = file.read(PackageFile.MANIFEST);
        if (!isFirstIn(jar, content)) {
            throw new PackageRefused(Finding.of(Rule.MANIFEST_AMBIGUOUS));
        }
        try {
            return new Manifest(new ByteArrayInputStream(content)).getMainAttributes();
        } catch (IOException | IllegalArgumentException e) {
            throw new PackageRefused(Finding.of(Rule.MANIFEST_UNREADABLE));
        }
    }

    /** Checks what the manifest says. */
    static PluginManifest check(Attributes attributes, Findings findings) {
        for (String name : FORBIDDEN) {
            if (attributes.getValue(name) != null) {
                findings.addPlace(Rule.MANIFEST_FORBIDDEN, name);
            }
        }
        PluginManifest manifest = new PluginManifest(
                value(attributes, "Plugin-Id", LONGEST_TEXT, findings),
                value(attributes, "Plugin-Version", LONGEST_VERSION, findings),
                value(attributes, "Plugin-Requires", LONGEST_VERSION, findings),
                value(attributes, "Plugin-Provider", LONGEST_TEXT, findings),
                value(attributes, "Plugin-Description", LONGEST_TEXT, findings));
        manifest.checkId(findings);
        if (!manifest.version.isEmpty() && !Version.isValid(manifest.version)) {
            findings.add(Rule.VERSION_FORM, manifest.version);
        }
        manifest.checkRequires(findings);
        return manifest;
    }

    private void checkId(Findings findings) {
        if (id.isEmpty()) {
            return;
        }
        if (!ID.matcher(id).matches()) {
            findings.add(Rule.ID_FORM, id);
        } else if (RESERVED.contains(id) || id.startsWith("pg-")) {
            findings.add(Rule.ID_RESERVED, id);
        }
    }

    private void checkRequires(Findings findings) {
        if (requires.isEmpty()) {
            return;
        }
        // why: a plain version stands for all later ones that are compatible with it
        String range = Character.isDigit(requires.charAt(0)) && Version.isValid(requires) ? "^" + requires : requires;
        try {
            if (!new DefaultVersionManager().checkVersionConstraint(PackageCheck.API_VERSION, range)) {
                findings.add(Rule.OTHER_API, requires, PackageCheck.API_VERSION);
            }
        } catch (ParseException | IllegalArgumentException e) {
            findings.add(Rule.REQUIRES_FORM, requires);
        }
    }

    private static String value(Attributes attributes, String name, int longest, Findings findings) {
        String value = attributes.getValue(name);
        if (value == null || value.isBlank()) {
            findings.addPlace(Rule.MANIFEST_LACKS, name);
            return "";
        }
        if (value.length() > longest) {
            findings.add(Rule.MANIFEST_LONG, name, longest);
            return "";
        }
        return value.strip();
    }

    /** Whether the jar starts with this manifest, at most after the entry of its folder, as JarInputStream wants it. */
    private static boolean isFirstIn(byte[] jar, byte[] manifest) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            ZipEntry entry = in.getNextEntry();
            if (entry != null && entry.getName().equals("META-INF/") && in.read() < 0) {
                entry = in.getNextEntry();
            }
            return entry != null
                    && entry.getName().equals(PackageFile.MANIFEST)
                    && Arrays.equals(in.readNBytes(manifest.length + 1), manifest);
        } catch (IOException | IllegalArgumentException e) {
            // why: a jar that cannot be read from its start has no manifest there
            return false;
        }
    }
}
