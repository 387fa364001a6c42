package dev.portico.host.plugins.packages;

import static dev.portico.host.plugins.packages.JarBytes.withManifest;
import static dev.portico.host.plugins.packages.JarBytes.working;
import static dev.portico.host.plugins.packages.Refusals.CHECK;
import static dev.portico.host.plugins.packages.Refusals.assertThatRulesOf;
import static dev.portico.host.plugins.packages.Refusals.findingsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageManifestTest {

    @Test
    void refusesAJarWithoutAManifest() {
        assertThatRulesOf(working(entries -> entries.remove(PackageFile.MANIFEST)))
                .containsExactly(Rule.MANIFEST_UNREADABLE);
        assertThatRulesOf(working(entries -> entries.put(PackageFile.MANIFEST, "no colon here\n\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(Rule.MANIFEST_UNREADABLE);
    }

    @Test
    void refusesAManifestThatIsNotTheFirstEntry() {
        assertThatRulesOf(working(entries -> entries.put(PackageFile.MANIFEST, entries.remove(PackageFile.MANIFEST))))
                .containsExactly(Rule.MANIFEST_AMBIGUOUS);
    }

    @Test
    void acceptsTheManifestAfterItsFolder() {
        byte[] jar = working(entries -> {
            Map<String, byte[]> others = new LinkedHashMap<>(entries);
            entries.clear();
            entries.put("META-INF/", new byte[0]);
            entries.putAll(others);
        });

        assertThatCode(() -> CHECK.check(jar)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plugin-Id", "Plugin-Version", "Plugin-Requires", "Plugin-Provider", "Plugin-Description"})
    void refusesAManifestThatIsNotComplete(String missing) {
        assertThat(findingsOf(withManifest(missing, "")))
                .filteredOn(finding -> finding.rule() != Rule.UNSIGNED)
                .singleElement()
                .extracting(Finding::text)
                .isEqualTo("The manifest lacks " + missing + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Class-Path", "Launcher-Agent-Class", "Premain-Class", "Agent-Class"})
    void refusesAManifestThatReachesOutOfThePackage(String name) {
        assertThatRulesOf(withManifest(name, "evil.jar")).containsExactly(Rule.MANIFEST_FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "Plugin-Id, Things, ID_FORM", "Plugin-Id, a, ID_FORM", "Plugin-Id, ../things, ID_FORM",
        "Plugin-Id, things!, ID_FORM", "Plugin-Id, 1things, ID_FORM", "Plugin-Id, portal, ID_RESERVED",
        "Plugin-Id, jobs, ID_RESERVED", "Plugin-Id, public, ID_RESERVED", "Plugin-Id, host, ID_RESERVED",
        "Plugin-Id, pg-catalog, ID_RESERVED", "Plugin-Id, information-schema, ID_RESERVED",
        "Plugin-Version, 1, VERSION_FORM", "Plugin-Version, 1.0, VERSION_FORM", "Plugin-Version, new, VERSION_FORM",
        "Plugin-Version, 01.0.0, VERSION_FORM", "Plugin-Requires, 2.0.0, OTHER_API",
        "Plugin-Requires, >=1.2.0, OTHER_API", "Plugin-Requires, 0.9.0, OTHER_API",
        "Plugin-Requires, some, REQUIRES_FORM", "Plugin-Requires, >=, REQUIRES_FORM",
        "Plugin-Requires, ((((1.0.0, REQUIRES_FORM"
    })
    void refusesValuesThatWillNotDo(String name, String value, Rule rule) {
        assertThat(findingsOf(withManifest(name, value)))
                .extracting(Finding::rule)
                .filteredOn(it -> it != Rule.UNSIGNED)
                .containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0", "^1.0.0", ">=1.0.0 & <2.0.0", "*", "1.x"})
    void acceptsRangesThatHoldThePortalsApi(String range) {
        assertThat(CHECK.check(withManifest("Plugin-Requires", range)).requires()).isEqualTo(range);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertThatRulesOf(withManifest("Plugin-Description", "x".repeat(501))).containsExactly(Rule.MANIFEST_LONG);
        assertThatRulesOf(withManifest("Plugin-Requires", "(".repeat(30_000))).containsExactly(Rule.MANIFEST_LONG);
    }
}
