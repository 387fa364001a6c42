package dev.portico.host.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Installs the jars named in the configuration when the portal starts, if their code is not installed already. */
@Component
class BundledPlugins {

    private static final Logger log = LoggerFactory.getLogger(BundledPlugins.class);

    private final PluginsProperties properties;
    private final PluginStore store;

    BundledPlugins(PluginsProperties properties, PluginStore store) {
        this.properties = properties;
        this.store = store;
    }

    void install() {
        properties.install().stream().map(Path::of).forEach(this::install);
    }

    private void install(Path path) {
        PluginJar jar;
        try {
            jar = PluginJar.read(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new PluginRefused(
                    "portico.plugins.install names " + path + ", which cannot be read: correct the setting", e);
        }
        boolean known = store.find(jar.id())
                .filter(installed -> installed.sha256().equals(jar.sha256()))
                .isPresent();
        if (!known) {
            store.save(jar);
            log.info("Plugin {} {} installed from {}", jar.id(), jar.version(), path.getFileName());
        }
    }
}
