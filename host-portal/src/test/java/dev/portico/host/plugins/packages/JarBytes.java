package dev.portico.host.plugins.packages;

import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Jars as bytes, to be changed in ways that no jar tool offers. */
final class JarBytes {

    /** A plugin that nothing is wrong with but that it is not signed. */
    static final byte[] WORKING = aWorkingPlugin("things").build();

    private static final int CENTRAL_ENTRY = 0x02014b50;

    private JarBytes() {}

    /** The working plugin with entries added, changed or taken away. */
    static byte[] working(Consumer<Map<String, byte[]>> change) {
        return changed(WORKING, change);
    }

    static byte[] changed(byte[] jar, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> entries = entries(jar);
        change.accept(entries);
        return packed(entries);
    }

    /** The working plugin with another manifest; an entry that is set to nothing is left out. */
    static byte[] withManifest(String name, String value) {
        return working(entries -> {
            try {
                Manifest manifest = new Manifest(new ByteArrayInputStream(entries.get(PackageFile.MANIFEST)));
                manifest.getMainAttributes().remove(new Attributes.Name(name));
                if (!value.isEmpty()) {
                    manifest.getMainAttributes().putValue(name, value);
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                manifest.write(out);
                entries.put(PackageFile.MANIFEST, out.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** All entries in their order. */
    static Map<String, byte[]> entries(byte[] jar) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(315_532_800_000L);
                jar.putNextEntry(header);
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Replaces a name by another one of the same length, wherever it stands. */
    static byte[] renamed(byte[] jar, String from, String to) {
        String text = new String(jar, StandardCharsets.ISO_8859_1);
        if (from.length() != to.length() || !text.contains(from)) {
            throw new IllegalArgumentException(from + " cannot be replaced by " + to);
        }
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Lets the jar's directory state another size for an entry than it has. */
    static byte[] lyingAboutTheSizeOf(String name, int size, byte[] jar) {
        byte[] lying = jar.clone();
        ByteBuffer bytes = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < lying.length - 46 - wanted.length; at++) {
            if (bytes.getInt(at) == CENTRAL_ENTRY
                    && new String(lying, at + 46, wanted.length, StandardCharsets.UTF_8).equals(name)) {
                bytes.putInt(at + 24, size);
                return lying;
            }
        }
        throw new IllegalArgumentException("There is no entry " + name);
    }

    /** The working plugin with a symbolic link in it. */
    static byte[] withLink(String name, String target) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream jar = new ZipArchiveOutputStream(bytes)) {
            Map<String, byte[]> entries = entries(WORKING);
            entries.put(name, target.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipArchiveEntry header = new ZipArchiveEntry(entry.getKey());
                header.setUnixMode(entry.getKey().equals(name) ? UnixStat.LINK_FLAG | 0777 : UnixStat.FILE_FLAG | 0644);
                jar.putArchiveEntry(header);
                jar.write(entry.getValue());
                jar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
