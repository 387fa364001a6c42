package dev.portico.host.plugins;

import dev.portico.host.plugins.packages.SigningKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.springframework.util.FileSystemUtils;

/** Compiles sources and packs them into a real plugin jar, also into broken ones. */
public final class PluginJarBuilder {

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private boolean extensionIndex = true;
    private boolean signed;

    private PluginJarBuilder(String id) {
        manifest.put("Plugin-Id", id);
        manifest.put("Plugin-Version", "1.0.0");
        manifest.put("Plugin-Requires", "1.0.0");
        manifest.put("Plugin-Provider", "Test");
        manifest.put("Plugin-Description", "A plugin for tests");
    }

    /** A plugin with a manifest and nothing else. */
    public static PluginJarBuilder aPlugin(String id) {
        return new PluginJarBuilder(id);
    }

    /** A whole plugin: card, one screen, one job, one permission. */
    public static PluginJarBuilder aWorkingPlugin(String id) {
        return aPlugin(id)
                .source("test.TestPlugin", TestPluginSource.PLUGIN.replace("@ID@", id))
                .file("META-INF/portico/messages.properties", TestPluginSource.TEXTS)
                .file("META-INF/portico/migrations/V1__thing.sql", "create table thing (id int primary key);");
    }

    public PluginJarBuilder version(String version) {
        return manifest("Plugin-Version", version);
    }

    public PluginJarBuilder manifest(String name, String value) {
        manifest.put(name, value);
        return this;
    }

    public PluginJarBuilder without(String manifestName) {
        manifest.remove(manifestName);
        return this;
    }

    public PluginJarBuilder source(String className, String source) {
        sources.put(className, source);
        return this;
    }

    /** Replaces text in the plugin's main source. */
    public PluginJarBuilder replacing(String text, String by) {
        sources.replaceAll((name, source) -> source.replace(text, by));
        return this;
    }

    public PluginJarBuilder file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public PluginJarBuilder file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public PluginJarBuilder withoutExtensionIndex() {
        extensionIndex = false;
        return this;
    }

    /** Signed by somebody whom the portals of tests trust. */
    public PluginJarBuilder signed() {
        signed = true;
        return this;
    }

    /** The jar's bytes. */
    public byte[] build() {
        try {
            Path classes = Files.createTempDirectory("plugin-classes");
            try {
                compile(classes);
                byte[] jar = pack(classes);
                return signed ? SigningKeys.TRUSTED.sign(jar) : jar;
            } finally {
                FileSystemUtils.deleteRecursively(classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the portal calls that code. */
    PluginCode code(byte[] jar) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(jar);
            return new PluginCode(
                    manifest.get("Plugin-Id"), manifest.get("Plugin-Version"), HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compile(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, source) -> units.add(new SourceInMemory(name, source)));
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:full", "-Xlint:none");
        if (!compiler.getTask(messages, null, null, options, null, units).call()) {
            throw new IllegalStateException(messages.toString());
        }
    }

    private byte[] pack(Path classes) throws IOException {
        Manifest entries = new Manifest();
        entries.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> entries.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, entries);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (extensionIndex || !name.equals("META-INF/extensions.idx")) {
                    put(jar, name, Files.readAllBytes(file));
                }
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(jar, file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static final class SourceInMemory extends SimpleJavaFileObject {

        private final String source;

        SourceInMemory(String className, String source) {
            super(URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
