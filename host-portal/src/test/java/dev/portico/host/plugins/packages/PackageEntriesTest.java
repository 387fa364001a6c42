package dev.portico.host.plugins.packages;

import static dev.portico.host.plugins.packages.JarBytes.working;
import static dev.portico.host.plugins.packages.Refusals.CHECK;
import static dev.portico.host.plugins.packages.Refusals.assertThatRulesOf;
import static dev.portico.host.plugins.packages.Refusals.findingsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of entries that are tricks. */
class PackageEntriesTest {

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
}
