package dev.portico.api.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Signs a plugin's jar, so that a portal that trusts the key accepts it and notices every later change.
 *
 * <p>The jar then holds {@value #LISTING}, one line {@code <SHA-256>  <entry name>} for every other file, sorted by
 * name, and {@value #SIGNATURE}, which names the key and holds an Ed25519 signature over that listing. Signing again
 * replaces both; the same jar and key give the same bytes. The order of the entries stays.
 */
public final class PluginSigner {

    /** The entry that lists all files with their hashes. */
    public static final String LISTING = "META-INF/portico/files.sha256";

    /** The entry that holds the signature over the listing. */
    public static final String SIGNATURE = LISTING + ".sig";

    // why: no date of signing, so that a build that is repeated gives the same bytes
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PluginSigner() {}

    /**
     * For builds: {@code <jar> <private key file>} signs, {@code --new-key <folder>} makes a pair of keys.
     *
     * @throws IllegalArgumentException with the remedy, if the arguments, the jar or the key are not as they must be
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... arguments) throws IOException, GeneralSecurityException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "Give a jar and a private key file to sign, or --new-key and a folder to make a pair of keys");
        }
        if (arguments[0].equals("--new-key")) {
            SigningKey.create(Path.of(arguments[1]));
        } else {
            sign(Path.of(arguments[0]), Path.of(arguments[1]));
        }
    }

    /** Rewrites a jar signed; it is replaced as a whole or not at all. */
    public static void sign(Path jar, Path privateKey) throws IOException, GeneralSecurityException {
        SigningKey key = SigningKey.read(privateKey);
        Path part = jar.resolveSibling(jar.getFileName() + ".part");
        try {
            try (ZipFile original = new ZipFile(jar.toFile());
                    OutputStream out = Files.newOutputStream(part)) {
                rewrite(original, key, out);
            }
            Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A signed copy of a jar in memory. */
    public static byte[] sign(byte[] jar, Path privateKey) throws IOException, GeneralSecurityException {
        Path copy = Files.createTempFile("signing", ".jar");
        try {
            Files.write(copy, jar);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipFile original = new ZipFile(copy.toFile())) {
                rewrite(original, SigningKey.read(privateKey), out);
            }
            return out.toByteArray();
        } finally {
            Files.delete(copy);
        }
    }

    private static void rewrite(ZipFile original, SigningKey key, OutputStream out)
            throws IOException, GeneralSecurityException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (ZipOutputStream signed = new ZipOutputStream(out)) {
            for (ZipEntry entry : entries(original)) {
                byte[] content;
                try (InputStream in = original.getInputStream(entry)) {
                    content = in.readAllBytes();
                }
                put(signed, copyOf(entry), content);
                if (!entry.isDirectory()) {
                    hashes.put(entry.getName(), sha256(content));
                }
            }
            byte[] listing = listing(hashes);
            put(signed, dated(LISTING), listing);
            put(signed, dated(SIGNATURE), key.sign(listing).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<ZipEntry> entries(ZipFile jar) {
        List<ZipEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        jar.stream().filter(it -> !it.getName().equals(LISTING) && !it.getName().equals(SIGNATURE)).forEach(entry -> {
            if (!names.add(entry.getName())) {
                throw new IllegalArgumentException(
                        "The jar holds " + entry.getName() + " twice: correct the build that packs it");
            }
            entries.add(entry);
        });
        return entries;
    }

    private static byte[] listing(SortedMap<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach((name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ZipEntry copyOf(ZipEntry entry) {
        ZipEntry copy = new ZipEntry(entry);
        if (copy.getMethod() == ZipEntry.DEFLATED) {
            copy.setCompressedSize(-1);
        }
        return copy;
    }

    private static ZipEntry dated(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }

    private static void put(ZipOutputStream jar, ZipEntry entry, byte[] content) throws IOException {
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }

    private static String sha256(byte[] content) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
