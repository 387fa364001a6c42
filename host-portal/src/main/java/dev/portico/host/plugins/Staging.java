package dev.portico.host.plugins;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.PluginProfile;
import dev.portico.api.PluginSettings;
import dev.portico.host.plugins.unload.UnloadWatch;
import dev.portico.host.security.Acting;
import dev.portico.host.texts.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks at a package in a loader of its own, beside whatever runs: reads its declarations and starts nothing. */
@Component
class Staging {

    private static final Pattern MIGRATION = Pattern.compile("META-INF/portico/migrations/V([0-9._]+)__.*\\.sql");

    private final VerifiedJars jars;
    private final PluginFiles files;
    private final PluginGateway gateway;
    private final PluginsProperties properties;
    private final ObjectProvider<PluginContribution> contributions;
    private final UnloadWatch watch;

    Staging(
            VerifiedJars jars,
            PluginFiles files,
            PluginGateway gateway,
            PluginsProperties properties,
            ObjectProvider<PluginContribution> contributions,
            UnloadWatch watch) {
        this.jars = jars;
        this.files = files;
        this.gateway = gateway;
        this.properties = properties;
        this.contributions = contributions;
        this.watch = watch;
    }

    /** Looks at a stored package once more, as it will be loaded. */
    Brings look(PluginCode code) {
        return look(code, jars.file(code));
    }

    /**
     * Looks at a package that was not stored yet.
     *
     * @throws PluginCallFailed if the plugin fails to declare itself, or wants what another one has
     */
    Brings look(PluginCode code, byte[] jar) {
        return look(code, files.write(code, jar));
    }

    private Brings look(PluginCode code, Path file) {
        try (LoadedPlugin loaded = LoadedPlugin.load(code, file, gateway, watch)) {
            List<String> migrations = migrations(file);
            return gateway.callApart(loaded, "declarations", properties.callLimit(), () -> true, () -> Acting.asSystem(() -> {
                IntegrationPlugin plugin = loaded.create();
                DeclarationCheck.check(plugin);
                contributions.orderedStream().forEach(it -> it.check(code.id(), plugin));
                return read(code, plugin, migrations);
            }));
        } catch (IOException e) {
            throw new IllegalStateException("The package cannot be read: " + e.getMessage(), e);
        }
    }

    private Brings read(PluginCode code, IntegrationPlugin plugin, List<String> migrations) {
        Texts texts = Texts.ofPlugin(plugin.getClass().getClassLoader());
        PluginSettings settings = properties.settingsOf(code.id());
        PluginProfile profile = plugin.profile();
        return new Brings(
                profile.name(),
                profile.initials(),
                texts.text(profile.categoryKey()),
                texts.text(profile.summaryKey()),
                profile.documentation(),
                plugin.screens().stream()
                        .map(it -> new Brings.Screen(it.path(), texts.text(it.titleKey()), it.permission()))
                        .toList(),
                plugin.jobs().stream()
                        .map(it -> new Brings.Job(it.id(), texts.text(it.nameKey()), it.schedule().orElse("")))
                        .toList(),
                plugin.permissions().stream()
                        .map(it -> new Brings.Permission(it.key(), texts.text(it.nameKey())))
                        .toList(),
                plugin.hosts(settings).stream().sorted().toList(),
                plugin.wizard().stream().map(it -> texts.text(it.titleKey())).toList(),
                plugin.oauthClient(settings).isPresent(),
                migrations);
    }

    private static List<String> migrations(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .map(entry -> MIGRATION.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .sorted()
                    .toList();
        }
    }
}
