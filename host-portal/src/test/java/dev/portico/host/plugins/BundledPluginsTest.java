package dev.portico.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.host.plugins.packages.PackageCheck;
import dev.portico.host.security.Acting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Jars from the settings, which are offered at each start. */
class BundledPluginsTest extends RemovalUnderTest {

    @Autowired
    private PackageCheck check;

    @TempDir
    private Path bundledJars;

    @Test
    void aJarFromTheSettingsThatWasRemovedIsNotInstalledAgainAtTheNextStart() throws Exception {
        byte[] jar = plugin().signed().build();
        restartWith(jar);
        startedWith("1.0.0");
        remove(true);
        gone();

        restartWith(jar);
        assertThat(store.find(id)).isEmpty();
        packages.take(packages.look(jar), "test");

        startedWith("1.0.0");
    }

    @Test
    void aJarFromTheSettingsThatPeopleLeftBehindIsNotOfferedAgain() throws Exception {
        byte[] first = plugin().signed().build();
        restartWith(first);
        startedWith("1.0.0");
        byte[] second = plugin().version("2.0.0").signed().build();
        restartWith(second);
        startedWith("2.0.0");

        Acting.asSystem(() -> administration.goBack(id));
        startedWith("1.0.0");
        restartWith(second);
        assertThat(store.find(id).orElseThrow().candidate()).isEmpty();
        install(plugin().version("3.0.0"));
        startedWith("3.0.0");
        install(plugin().version("4.0.0"));
        startedWith("4.0.0");
        restartWith(first, second);

        assertThat(store.find(id).orElseThrow().candidate()).isEmpty();
        assertThat(store.find(id).orElseThrow().version()).isEqualTo("4.0.0");
    }

    private void restartWith(byte[]... bundled) throws Exception {
        Map<String, String> settings = new java.util.HashMap<>();
        for (int i = 0; i < bundled.length; i++) {
            Path jar = Files.write(bundledJars.resolve(i + ".jar"), bundled[i]);
            settings.put("portico.plugins.install[" + i + "]", jar.toString());
        }
        PluginsProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bind("portico.plugins", PluginsProperties.class)
                .get();
        new BundledPlugins(properties, check, packages, stored, jdbc).install();
    }
}
