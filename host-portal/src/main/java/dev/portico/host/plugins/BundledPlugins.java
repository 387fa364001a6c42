package dev.portico.host.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Installs or upgrades the jars named in the configuration when the portal starts. Code that an administrator removed,
 * or went back from, is left alone: the setting does not overrule people.
 */
@Component
class BundledPlugins {

    private static final Logger log = LoggerFactory.getLogger(BundledPlugins.class);

    private final PluginsProperties properties;
    private final Packages packages;
    private final PackageStore stored;
    private final JdbcClient jdbc;

    BundledPlugins(PluginsProperties properties, Packages packages, PackageStore stored, JdbcClient jdbc) {
        this.properties = properties;
        this.packages = packages;
        this.stored = stored;
        this.jdbc = jdbc;
    }

    void install() {
        properties.install().stream().map(Path::of).forEach(this::install);
    }

    private void install(Path path) {
        byte[] jar;
        try {
            jar = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new PluginRefused(
                    "portico.plugins.install names " + path + ", which cannot be read: correct the setting", e);
        }
        PluginJar read = PluginJar.read(jar);
        if (known(read) || dismissed(read)) {
            return;
        }
        try {
            packages.take(packages.look(jar), "");
            log.info("Plugin {} {} taken from {}", read.id(), read.version(), path.getFileName());
        } catch (PluginCallFailed | PluginBusy e) {
            // why not fatal: a plugin that cannot be taken in must not keep the portal from starting
            log.error("Plugin {} {} was not taken from {}: {}", read.id(), read.version(), path, e.getMessage());
        }
    }

    private boolean known(PluginJar jar) {
        return stored.ofPlugin(jar.id()).stream().anyMatch(it -> it.sha256().equals(jar.sha256()));
    }

    private boolean dismissed(PluginJar jar) {
        Optional<String> found = jdbc.sql(
                        "select sha256 from portal.plugin_dismissed where plugin_id = :id and sha256 = :sha256")
                .param("id", jar.id())
                .param("sha256", jar.sha256())
                .query(String.class)
                .optional();
        found.ifPresent(it -> log.info(
                "Plugin {} {} was removed here and is not installed again; upload it to have it back",
                jar.id(), jar.version()));
        return found.isPresent();
    }
}
