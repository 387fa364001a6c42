package dev.portico.host.plugins.packages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Checks which files a package holds: its extension index, and no copies of what the portal gives to plugins. */
final class PackageContents {

    /** A class that only newer Java sees lies in a folder of its own, under the name it replaces. */
    private static final Pattern VERSIONED = Pattern.compile("^META-INF/versions/\\d+/");

    private static final Pattern JAR_SIGNATURE = Pattern.compile("(?i)META-INF/[^/]*\\.(SF|RSA|DSA|EC)");

    private PackageContents() {}

    /** Name of the one extension of the package, empty if there is a finding about it. */
    static String check(PackageFile file, Findings findings) {
        for (String name : file.hashes().keySet()) {
            if (JAR_SIGNATURE.matcher(name).matches()) {
                findings.addPlace(Rule.JAR_SIGNED, name);
            }
            if (name.endsWith(PackageFile.CLASS)) {
                HostLibraries.packedBy(className(name))
                        .ifPresent(library -> findings.addPlace(Rule.HOST_LIBRARY, library + "*"));
            }
        }
        return extension(file, findings);
    }

    /** Name of the class that an entry holds, also if only newer Java sees it. */
    static String className(String entry) {
        String path = VERSIONED.matcher(entry).replaceFirst("");
        return path.substring(0, path.length() - PackageFile.CLASS.length()).replace('/', '.');
    }

    private static String extension(PackageFile file, Findings findings) {
        if (!file.has(PackageFile.EXTENSIONS)) {
            findings.add(Rule.NO_INDEX);
            return "";
        }
        List<String> names = new String(file.read(PackageFile.EXTENSIONS), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        if (names.size() != 1) {
            findings.add(Rule.INDEX_COUNT, names.size());
            return "";
        }
        String name = names.getFirst();
        if (!file.has(name.replace('.', '/') + PackageFile.CLASS)) {
            findings.add(Rule.INDEX_CLASS, name);
        }
        return name;
    }
}
