package dev.portico.host.plugins.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * An opened package whose entries are sound: few enough, small enough, with unambiguous names, readable to their end.
 *
 * <p>It is read by {@link JarFile}, as the class loader reads it, so that what is checked is what is loaded.
 */
final class PackageFile implements AutoCloseable {

    static final String MANIFEST = "META-INF/MANIFEST.MF";
    static final String EXTENSIONS = "META-INF/extensions.idx";
    static final String LISTING = "META-INF/portico/files.sha256";
    static final String SIGNATURE = LISTING + ".sig";
    static final String CLASS = ".class";

    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST_TEXT = MEGABYTE;
    private static final int LARGEST_CLASS_OR_LISTING = 16 * MEGABYTE;

    private final JarFile jar;
    private final SortedMap<String, String> hashes = new TreeMap<>();

    private PackageFile(JarFile jar) {
        this.jar = jar;
    }

    /**
     * Opens a package and reads every entry once.
     *
     * @throws PackageRefused if it is no sound jar
     */
    static PackageFile open(Path file, PackagePolicy policy) {
        JarFile jar;
        try {
            // why: not verified as a jar of jarsigner, which would read its manifest into memory without a limit
            jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
        } catch (IOException | IllegalArgumentException e) {
            throw new PackageRefused(Finding.of(Rule.NO_JAR, String.valueOf(e.getMessage())));
        }
        PackageFile opened = new PackageFile(jar);
        try {
            opened.checkEntries(policy);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Names of all entries that are not directories with the SHA-256 of their content, in the order of the names. */
    SortedMap<String, String> hashes() {
        return Collections.unmodifiableSortedMap(hashes);
    }

    boolean has(String name) {
        return hashes.containsKey(name);
    }

    /** The content of an entry that is there; classes and the files under META-INF that are checked fit into memory. */
    byte[] read(String name) {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            jar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkEntries(PackagePolicy policy) {
        if (jar.size() > policy.mostEntries()) {
            throw new PackageRefused(Finding.of(Rule.TOO_MANY_ENTRIES, jar.size(), policy.mostEntries()));
        }
        List<JarEntry> entries = new ArrayList<>(Collections.list(jar.entries()));
        Findings findings = new Findings();
        EntryNames.check(entries.stream().map(JarEntry::getName).toList(), findings);
        findings.refuseIfAny();
        long left = policy.largestUnpacked().toBytes();
        for (JarEntry entry : entries) {
            left -= readThrough(entry, left, policy);
        }
    }

    /** Counts what comes out, because the size that an entry states may be a lie. */
    private long readThrough(JarEntry entry, long left, PackagePolicy policy) {
        String name = entry.getName();
        MessageDigest digest = Sha256.digest();
        long size = 0;
        byte[] buffer = new byte[8192];
        try (InputStream in = jar.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > left) {
                    throw new PackageRefused(Finding.of(
                            Rule.UNPACKED_TOO_LARGE, policy.largestUnpacked().toMegabytes()));
                }
                if (size > mostOf(name)) {
                    throw new PackageRefused(Finding.of(Rule.ENTRY_LARGE, name, mostOf(name) / MEGABYTE));
                }
                digest.update(buffer, 0, read);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new PackageRefused(Finding.of(Rule.ENTRY_BROKEN, name));
        }
        // why: the class loader reads as many bytes as are stated, so another number would load other content
        if (size != entry.getSize() || entry.isDirectory() && size > 0) {
            throw new PackageRefused(Finding.of(Rule.ENTRY_BROKEN, name));
        }
        if (!entry.isDirectory()) {
            hashes.put(name, HexFormat.of().formatHex(digest.digest()));
        }
        return size;
    }

    private static long mostOf(String name) {
        return switch (name) {
            case MANIFEST, EXTENSIONS, SIGNATURE -> LARGEST_TEXT;
            case LISTING -> LARGEST_CLASS_OR_LISTING;
            default -> name.endsWith(CLASS) ? LARGEST_CLASS_OR_LISTING : Long.MAX_VALUE;
        };
    }
}
