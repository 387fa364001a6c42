package dev.portico.host.plugins.packages;

import static dev.portico.host.plugins.PluginJarBuilder.aPlugin;
import static dev.portico.host.plugins.packages.JarBytes.WORKING;
import static dev.portico.host.plugins.packages.JarBytes.withManifest;
import static dev.portico.host.plugins.packages.JarBytes.working;
import static dev.portico.host.plugins.packages.Refusals.CHECK;
import static dev.portico.host.plugins.packages.Refusals.assertThatRulesOf;
import static dev.portico.host.plugins.packages.Refusals.findingsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

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
    @ValueSource(strings = {"", "PK", "hello, this is no jar", "PK\3\4 and then nothing of a jar"})
    void refusesWhatIsNoJar(String content) {
        assertThatRulesOf(content.getBytes(StandardCharsets.ISO_8859_1)).containsExactly(Rule.NO_JAR);
    }

    @Test
    void refusesAJarWithSomethingBeforeIt() {
        byte[] shell = "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8);

        assertThatRulesOf(JarBytes.joined(shell, WORKING)).containsExactly(Rule.NO_JAR);
    }

    @Test
    void refusesAJarBehindAnotherOne() {
        byte[] other = working(entries -> entries.put("other.txt", new byte[1]));

        assertThatRulesOf(JarBytes.joined(WORKING, other))
                .containsExactly(Rule.NO_JAR);
    }

    @Test
    void refusesHalfAJar() {
        assertThatRulesOf(Arrays.copyOf(WORKING, WORKING.length / 2)).containsExactly(Rule.NO_JAR);
    }

    @Test
    void refusesAPackageAboveTheLimits() {
        PackageCheck strict = new PackageCheck(new PackagePolicy(
                Map.of(), Set.of("things"), DataSize.ofKilobytes(100), 30, DataSize.ofKilobytes(200)));

        assertThatCode(() -> strict.check(WORKING)).doesNotThrowAnyException();
        assertThat(findingsOf(() -> strict.check(new byte[100 * 1024 + 1])))
                .extracting(Finding::rule)
                .containsExactly(Rule.TOO_LARGE);
        assertThat(findingsOf(() -> strict.check(working(entries -> {
                    for (int i = 0; i < 30; i++) {
                        entries.put("file" + i, new byte[0]);
                    }
                }))))
                .extracting(Finding::rule)
                .containsExactly(Rule.TOO_MANY_ENTRIES);
        assertThat(findingsOf(() -> strict.check(working(entries -> {
                    entries.put("a.bin", new byte[100 * 1024]);
                    entries.put("b.bin", new byte[100 * 1024]);
                }))))
                .extracting(Finding::rule)
                .containsExactly(Rule.UNPACKED_TOO_LARGE);
    }

    @Test
    void refusesAZipBomb() {
        byte[] bomb = working(entries -> {
            for (int i = 0; i < 9; i++) {
                entries.put("zeros" + i, new byte[64 << 20]);
            }
        });

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatRulesOf(bomb).containsExactly(Rule.UNPACKED_TOO_LARGE);
    }

    @Test
    void refusesAZipBombThatLiesAboutItsSize() {
        byte[] bomb = working(entries -> entries.put("zeros", new byte[600 << 20]));

        assertThatRulesOf(JarBytes.lyingAboutTheSizeOf("zeros", 10, bomb)).containsExactly(Rule.UNPACKED_TOO_LARGE);
    }

    @Test
    void refusesAnEntryOfAnotherSizeThanStatedBecauseTheLoaderWouldReadAnotherContent() {
        byte[] jar = working(entries -> entries.put("text.txt", "0123456789".getBytes(StandardCharsets.UTF_8)));

        assertThatRulesOf(JarBytes.lyingAboutTheSizeOf("text.txt", 5, jar)).containsExactly(Rule.ENTRY_BROKEN);
        assertThatRulesOf(JarBytes.lyingAboutTheSizeOf("text.txt", 15, jar)).containsExactly(Rule.ENTRY_BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {PackageFile.MANIFEST, PackageFile.EXTENSIONS, "test/Huge.class", PackageFile.LISTING})
    void refusesFilesThatWouldNotFitIntoMemory(String name) {
        byte[] jar = working(entries -> entries.put(name, new byte[17 << 20]));

        assertThatRulesOf(jar).containsExactly(Rule.ENTRY_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "../evil.txt", "a/../../evil", "a/..", "/etc/passwd", "//server/share", "a\\..\\b", "C:/evil", "c:evil", "a\0b",
        "a\nb", "./a", "a/./b", "a//b", "."
    })
    void refusesNamesThatLeadOutOfThePackage(String name) {
        assertThatRulesOf(working(entries -> entries.put(name, new byte[1])))
                .singleElement()
                .isIn(Rule.ENTRY_PATH, Rule.NO_JAR);
    }

    @Test
    void namesTheFirstOfManyTricksAndTheirNumber() {
        byte[] jar = working(entries -> {
            for (int i = 0; i < 7; i++) {
                entries.put("../evil" + i, new byte[1]);
            }
        });

        assertThat(findingsOf(jar))
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("7 entries")
                .contains("../evil0, ../evil1, ../evil2, ../evil3, …");
    }

    @Test
    void acceptsNamesWithDotsThatLeadNowhere() {
        assertThatCode(() -> CHECK.check(working(entries -> {
                    entries.put("a/..b/c...d/.e", new byte[1]);
                    entries.put("empty/", new byte[0]);
                })))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTwoEntriesOfOneName() {
        byte[] jar = working(entries -> {
            entries.put("test/one.txt", new byte[1]);
            entries.put("test/two.txt", new byte[1]);
        });

        assertThatRulesOf(JarBytes.renamed(jar, "test/two.txt", "test/one.txt")).containsExactly(Rule.ENTRY_TWICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "META-INF/manifest.mf", "meta-inf/MANIFEST.MF", "META-INF/Extensions.idx", "META-INF/PORTICO/files.sha256",
        "META-INF/Versions/9/test/A.txt", "Meta-Inf/x"
    })
    void refusesNamesThatCanBeTakenForOnesThePortalReads(String name) {
        assertThatRulesOf(working(entries -> entries.put(name, new byte[1]))).containsExactly(Rule.ENTRY_CASE);
    }

    @Test
    void refusesAFolderWithContent() {
        byte[] jar = working(entries -> entries.put("folderX", "content".getBytes(StandardCharsets.UTF_8)));

        assertThatRulesOf(JarBytes.renamed(jar, "folderX", "folder/")).containsExactly(Rule.ENTRY_BROKEN);
    }

    @Test
    void refusesLinks() {
        assertThatRulesOf(JarBytes.withLink("link", "/etc/passwd")).containsExactly(Rule.ENTRY_LINK);
    }

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
