package dev.portico.host.plugins.packages;

import static dev.portico.host.plugins.packages.JarBytes.WORKING;
import static dev.portico.host.plugins.packages.JarBytes.working;
import static dev.portico.host.plugins.packages.Refusals.assertThatRulesOf;
import static dev.portico.host.plugins.packages.Refusals.findingsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Files that are no jar, or a larger one than they seem. */
class PackageFileTest {

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
}
