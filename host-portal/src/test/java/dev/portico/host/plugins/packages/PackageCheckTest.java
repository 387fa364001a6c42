package dev.portico.host.plugins.packages;

import static dev.portico.host.plugins.PluginJarBuilder.aPlugin;
import static dev.portico.host.plugins.packages.JarBytes.WORKING;
import static dev.portico.host.plugins.packages.JarBytes.withManifest;
import static dev.portico.host.plugins.packages.JarBytes.working;
import static dev.portico.host.plugins.packages.Refusals.CHECK;
import static dev.portico.host.plugins.packages.Refusals.assertThatRulesOf;
import static dev.portico.host.plugins.packages.Refusals.findingsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check says of a package as a whole, and of what it brings along. */
class PackageCheckTest {

    @Test
    void returnsWhatTheManifestSaysOfASoundPackage() {
        PluginPackage found = CHECK.check(withManifest("Plugin-Version", "2.1.0-rc.1"));

        assertThat(found.id()).isEqualTo("things");
        assertThat(found.version()).isEqualTo("2.1.0-rc.1");
        assertThat(found.requires()).isEqualTo("1.0.0");
        assertThat(found.provider()).isEqualTo("Test");
        assertThat(found.description()).isEqualTo("A plugin for tests");
        assertThat(found.extension()).isEqualTo("test.TestPlugin");
        assertThat(found.signature()).isEqualTo(new SignatureState.Unsigned());
        assertThat(found.sha256()).hasSize(64).isEqualTo(Sha256.of(found.bytes()));
        assertThat(found).hasToString("PluginPackage[things 2.1.0-rc.1, Unsigned[], sha256=" + found.sha256() + ", "
                + found.bytes().length + " bytes]");
    }

    @ParameterizedTest
    @EnumSource
    void hasBothTextsForEveryRule(Rule rule) {
        Finding finding = rule == Rule.INDEX_COUNT ? Finding.of(rule, 2) : Finding.of(rule, "a.jar", 2);

        assertThat(finding.text()).isNotBlank().doesNotContain("{").endsWith(".");
        assertThat(finding.remedy()).isNotBlank().doesNotContain("{").endsWith(".");
    }

    @Test
    void showsNothingThatTurnsTheDirectionOfWriting() {
        assertThat(Finding.of(Rule.ID_FORM, "a\u202Eb\u0007c").text()).contains("The Plugin-Id a\uFFFDb\uFFFDc is");
        assertThat(Finding.of(Rule.ID_FORM, "x".repeat(5000)).text()).hasSizeLessThan(500);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        byte[] jar = aPlugin("Things")
                .without("Plugin-Version")
                .without("Plugin-Provider")
                .manifest("Plugin-Requires", "2.0.0")
                .file("org/springframework/core/Ordered.class", "x")
                .build();

        assertThatRulesOf(jar)
                .containsExactlyInAnyOrder(
                        Rule.ID_FORM,
                        Rule.MANIFEST_LACKS,
                        Rule.OTHER_API,
                        Rule.NO_INDEX,
                        Rule.HOST_LIBRARY,
                        Rule.CLASS_BROKEN,
                        Rule.UNSIGNED);
        assertThat(findingsOf(jar))
                .extracting(Finding::text)
                .contains("The manifest lacks Plugin-Version, Plugin-Provider.");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"'',INDEX_COUNT", "'# none',INDEX_COUNT", "'test.TestPlugin\ntest.Other',INDEX_COUNT",
                "'test.Missing',INDEX_CLASS"})
    void refusesAnIndexThatDoesNotNameOneClassOfThePackage(String index, Rule rule) {
        assertThatRulesOf(working(
                        entries -> entries.put(PackageFile.EXTENSIONS, index.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(rule);
    }

    @Test
    void refusesAPackageWithoutAnIndex() {
        assertThat(findingsOf(working(entries -> entries.remove(PackageFile.EXTENSIONS))))
                .singleElement()
                .extracting(Finding::remedy)
                .asString()
                .contains("<proc>full</proc>");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "org/springframework/core/Ordered", "com/vaadin/flow/X", "org/pf4j/Plugin", "dev/portico/api/X",
        "dev/portico/host/X", "java/lang/String", "javax/sql/X", "jakarta/servlet/X", "org/slf4j/Logger",
        "META-INF/versions/9/org/springframework/X"
    })
    void refusesCopiesOfWhatThePortalGives(String name) {
        byte[] type = JarBytes.entries(WORKING).get("test/TestPlugin.class");

        assertThatRulesOf(working(entries -> entries.put(name + ".class", type))).containsExactly(Rule.HOST_LIBRARY);
    }

    @Test
    void refusesSignaturesOfJarsThatWereShaded() {
        assertThatRulesOf(working(entries -> entries.put("META-INF/LIBRARY.SF", new byte[1])))
                .containsExactly(Rule.JAR_SIGNED);
    }
}
