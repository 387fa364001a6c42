package dev.portico.host.plugins;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.plugins.packages.Finding;
import dev.portico.host.plugins.packages.PackageRefused;
import dev.portico.host.plugins.packages.Rule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package that must not be let in, or not as what it pretends to be. */
class HostilePluginIsRefusedTest extends HostilePluginTest {

    @Test
    void isRefusedWithFindingAndRemedyAndNothingIsStored() throws Exception {
        byte[] sound = HostilePlugin.jar();
        refused(HostilePlugin.builder().file("org/springframework/Own.class", "x").build(), Rule.HOST_LIBRARY);
        refused(HostilePlugin.builder().withoutExtensionIndex().build(), Rule.NO_INDEX);
        refused(HostilePlugin.builder().manifest("Plugin-Requires", "99.0.0").build(), Rule.OTHER_API);
        refused(HostilePlugin.builder().manifest("Plugin-Id", "portal").build(), Rule.ID_RESERVED);
        refused(HostilePlugin.builder().file("../../escaped.txt", "x").build(), Rule.ENTRY_PATH);
        refused(withOneMore(sound), Rule.MODIFIED_ADDED);
        refused(bomb(), Rule.UNPACKED_TOO_LARGE);
        everyPageAnswersAsUsual();
    }

    private void refused(byte[] jar, Rule rule) {
        PackageRefused refused = catchThrowableOfType(PackageRefused.class, () -> packages.look(jar));
        assertThat(refused).as(rule.name()).isNotNull();
        assertThat(refused.findings()).extracting(Finding::rule).contains(rule);
        assertThat(refused.findings()).allSatisfy(it -> assertThat(it.remedy()).isNotBlank());
        nothingIsLeft();
        assertThat(count("portal.plugin_package where plugin_id = 'portal'")).isZero();
    }

    private static byte[] withOneMore(byte[] jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            to.putNextEntry(new ZipEntry("added.txt"));
        }
        return bytes.toByteArray();
    }

    /** A few hundred kilobytes that unpack to a gigabyte. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream to = new ZipOutputStream(bytes)) {
            to.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            to.write("Manifest-Version: 1.0\nPlugin-Id: hostile\n".getBytes(StandardCharsets.UTF_8));
            for (int number = 0; number < 8; number++) {
                to.putNextEntry(new ZipEntry("zeros" + number));
                for (int megabyte = 0; megabyte < 128; megabyte++) {
                    to.write(zeros);
                }
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"companies", "settings/plugins", "other/things"})
    void isRefusedIfItWantsThePageOfAnother(String path) throws Exception {
        packages.take(packages.look(PluginJarBuilder.aWorkingPlugin("other").signed().build()), "test");
        await().atMost(Duration.ofSeconds(20)).until(() -> runtime.find("other").isPresent());
        byte[] jar = HostilePlugin.builder().replacing("\"hostile/things\"", '"' + path + '"').build();

        assertThatThrownBy(() -> packages.look(jar))
                .isInstanceOf(PluginCallFailed.class)
                .hasMessageContaining("The path " + path + " belongs to another page");
        nothingIsLeft();
        force(jar);
        assertThat(becomes(State.FAILED).problem().orElse("")).contains("The path " + path);
        everyPageAnswersAsUsual();
        signInAdmin();
        open("other/things");
        _assertOne(Span.class, spec -> spec.withText("things of other"));
        removes();
    }

    @Test
    void whatHasTheIdOfAnotherIsOnlyOfferedAsItsNextVersion() throws Exception {
        install();
        byte[] other = PluginJarBuilder.aWorkingPlugin(id)
                .version("9.0.0")
                .replacing("/*bean*/", "if (true) throw new AssertionError(\"not the same plugin\");")
                .signed()
                .build();

        packages.take(packages.look(other), "test");

        assertThat(candidateFails().problem().orElse("")).contains("not the same plugin");
        startedWith("1.0.0");
        signInAdmin();
        worksAsUsual();
        everyPageAnswersAsUsual();
        removes();
    }
}
