package dev.portico.host.plugins.packages;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Names of a jar's entries: none leaves the jar, none can be taken for another one. */
final class EntryNames {

    private static final String META = "META-INF/";

    /** Empty, absolute, with a drive, a backslash or a control character, or with a segment that is empty or dots. */
    private static final Pattern TRICK =
            Pattern.compile("|/.*|[A-Za-z]:.*|.*[\\\\\\p{Cntrl}].*|(.*/)?\\.{0,2}/.*|(.*/)?\\.{1,2}", Pattern.DOTALL);

    /** Names that the portal or Java looks up, some of them in any case. */
    private static final List<String> KNOWN = List.of(
            PackageFile.MANIFEST, PackageFile.EXTENSIONS, META + "versions/", META + "services/", META + "portico/");

    private EntryNames() {}

    static void check(List<String> names, Findings findings) {
        Set<String> exact = new HashSet<>();
        Set<String> metaInAnyCase = new HashSet<>();
        for (String name : names) {
            if (TRICK.matcher(name).matches()) {
                findings.addPlace(Rule.ENTRY_PATH, name);
            }
            if (!exact.add(name)) {
                findings.addPlace(Rule.ENTRY_TWICE, name);
            } else if (startsWithInAnyCase(name, META)
                    && (!metaInAnyCase.add(name.toLowerCase(Locale.ROOT)) || isKnownInOtherCase(name))) {
                findings.addPlace(Rule.ENTRY_CASE, name);
            }
        }
    }

    /** Reads the jar with a second reader: it tells links and what lies before the jar, and must see the same names. */
    static void compare(byte[] jar, Set<String> files, Findings findings) {
        Set<String> seen = new TreeSet<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(jar))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            if (zip.getContentBeforeFirstLocalFileHeader() != null) {
                findings.add(Rule.NO_JAR);
            }
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isUnixSymlink()) {
                    findings.addPlace(Rule.ENTRY_LINK, entry.getName());
                }
                if (!entry.isDirectory()) {
                    seen.add(entry.getName());
                }
            }
        } catch (IOException | RuntimeException e) {
            // why: whatever a second reader throws at such bytes, it does not see what the first one saw
            seen.clear();
        }
        if (!seen.equals(files)) {
            findings.add(Rule.ENTRY_AMBIGUOUS);
        }
    }

    private static boolean isKnownInOtherCase(String name) {
        return !name.startsWith(META)
                || KNOWN.stream().anyMatch(known -> startsWithInAnyCase(name, known) && !name.startsWith(known));
    }

    private static boolean startsWithInAnyCase(String name, String start) {
        return name.regionMatches(true, 0, start, 0, start.length());
    }
}
