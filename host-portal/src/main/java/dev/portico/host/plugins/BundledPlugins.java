package dev.portico.host.plugins;

import dev.portico.host.plugins.packages.PackageCheck;
import dev.portico.host.plugins.packages.PackageRefused;
import dev.portico.host.plugins.packages.PluginPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final PackageCheck check;
    private final Packages packages;
    private final PackageStore stored;
    private final JdbcClient jdbc;

    BundledPlugins(
            PluginsProperties properties,
            PackageCheck check,
            Packages packages,
            PackageStore stored,
            JdbcClient jdbc) {
        this.check = check;
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
            throw new UncheckedIOException(
                    "portico.plugins.install names " + path + ", which cannot be read: correct the setting", e);
        }
        try {
            PluginPackage read = check.check(jar);
            if (!known(read) && !dismissed(read)) {
                packages.take(packages.look(jar), "");
                log.info("Plugin {} {} taken from {}", read.id(), read.version(), path.getFileName());
            }
        } catch (PackageRefused | PluginCallFailed | PluginBusy e) {
            // why not fatal: a plugin that cannot be taken in must not keep the portal from starting
            log.error("No plugin was taken from {}: {}", path, e.getMessage());
        }
    }

    private boolean known(PluginPackage jar) {
        return stored.ofPlugin(jar.id()).stream().anyMatch(it -> it.sha256().equals(jar.sha256()));
    }

    private boolean dismissed(PluginPackage jar) {
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
