package dev.portico.host.plugins;

import static dev.portico.host.plugins.PluginJarBuilder.aPlugin;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginJarTest {

    @Test
    void readsIdAndVersionFromTheManifest() {
        PluginJar jar = PluginJar.read(aWorkingPlugin("things").version("2.1.0").build());

        assertThat(jar.id()).isEqualTo("things");
        assertThat(jar.version()).isEqualTo("2.1.0");
        assertThat(jar.sha256()).hasSize(64);
    }

    @Test
    void refusesWhatIsNoJar() {
        assertThatThrownBy(() -> PluginJar.read("hello".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("not a plugin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plugin-Id", "Plugin-Version", "Plugin-Requires"})
    void refusesAManifestThatIsNotComplete(String missing) {
        byte[] jar = aWorkingPlugin("things").without(missing).build();

        assertThatThrownBy(() -> PluginJar.read(jar))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining(missing);
    }

    @Test
    void refusesAPluginWithoutAnExtensionIndex() {
        byte[] jar = aWorkingPlugin("things").withoutExtensionIndex().build();

        assertThatThrownBy(() -> PluginJar.read(jar)).hasMessageContaining("<proc>full</proc>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", ">=1.1.0", "0.9.0"})
    void refusesAPluginMadeForAnotherApi(String requires) {
        byte[] jar = aWorkingPlugin("things").manifest("Plugin-Requires", requires).build();

        assertThatThrownBy(() -> PluginJar.read(jar)).hasMessageContaining("needs version " + requires);
    }

    @Test
    void refusesPackedClassesOfThePortal() {
        byte[] jar = aPlugin("things").file("org/springframework/core/Ordered.class", "x").build();

        assertThatThrownBy(() -> PluginJar.read(jar)).hasMessageContaining("scope provided");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Things", "a", "../things", "things!"})
    void refusesAnIdThatCannotNameASchemaOrAFile(String id) {
        byte[] jar = aWorkingPlugin("things").manifest("Plugin-Id", id).build();

        assertThatThrownBy(() -> PluginJar.read(jar)).hasMessageContaining("lower-case");
    }
}
