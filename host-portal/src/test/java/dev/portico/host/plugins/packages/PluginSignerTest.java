package dev.portico.host.plugins.packages;

import static dev.portico.host.plugins.packages.JarBytes.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.kit.PluginSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginSignerTest {

    @TempDir
    private Path folder;

    private Path privateFile;
    private Path jar;

    @BeforeEach
    void makeKeyAndJar() throws Exception {
        PluginSigner.main("--new-key", folder.toString());
        privateFile = folder.resolve("plugin-signing.pem");
        jar = Files.write(folder.resolve("things.jar"), WORKING);
    }

    @Test
    void addsListingAndSignatureAndLeavesTheRestAsItWas() throws Exception {
        PluginSigner.main(jar.toString(), privateFile.toString());

        Map<String, byte[]> before = JarBytes.entries(WORKING);
        Map<String, byte[]> after = JarBytes.entries(Files.readAllBytes(jar));
        List<String> names = new ArrayList<>(before.keySet());
        names.add(PluginSigner.LISTING);
        names.add(PluginSigner.SIGNATURE);
        assertThat(after.keySet()).containsExactlyElementsOf(names).first().isEqualTo("META-INF/MANIFEST.MF");
        before.forEach((name, content) -> assertThat(after.get(name)).isEqualTo(content));
        assertThat(new String(after.get(PluginSigner.LISTING), StandardCharsets.UTF_8).lines())
                .hasSize(before.size())
                .allMatch(line -> line.matches("[0-9a-f]{64}  \\S+"))
                .isSortedAccordingTo((one, other) -> one.substring(66).compareTo(other.substring(66)));
        assertThat(new String(after.get(PluginSigner.SIGNATURE), StandardCharsets.UTF_8))
                .matches("key [0-9a-f]{16}\ned25519 [A-Za-z0-9+/]{86}==\n");
    }

    @Test
    void givesTheSameBytesEachTimeAlsoOverAnEarlierSignature() throws Exception {
        byte[] once = PluginSigner.sign(WORKING, privateFile);
        PluginSigner.main("--new-key", folder.resolve("other").toString());
        byte[] byOther = PluginSigner.sign(WORKING, folder.resolve("other/plugin-signing.pem"));

        assertThat(PluginSigner.sign(WORKING, privateFile)).isEqualTo(once);
        assertThat(PluginSigner.sign(once, privateFile)).isEqualTo(once);
        assertThat(byOther).isNotEqualTo(once);
        assertThat(PluginSigner.sign(byOther, privateFile)).isEqualTo(once);
    }

    @Test
    void keepsTimesAndStoredEntries() throws Exception {
        PluginSigner.sign(Files.write(jar, JarBytes.withLink("link", "target")), privateFile);

        try (ZipFile signed = new ZipFile(jar.toFile())) {
            ZipEntry manifest = signed.getEntry("META-INF/MANIFEST.MF");
            assertThat(manifest.getSize()).isPositive();
            assertThat(signed.getEntry("link").getTimeLocal()).isEqualTo(manifest.getTimeLocal());
        }
    }

    @Test
    void leavesTheJarAloneIfItCannotSign() throws IOException {
        Path key = Files.writeString(folder.resolve("no.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PluginSigner.sign(jar, key))
                .withMessageContaining("no Ed25519 private key")
                .withNoCause();
        assertThat(jar).hasBinaryContent(WORKING);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void refusesAJarWithTwoEntriesOfOneName() {
        byte[] twice = JarBytes.renamed(
                JarBytes.working(entries -> {
                    entries.put("test/one.txt", new byte[1]);
                    entries.put("test/two.txt", new byte[1]);
                }),
                "test/two.txt",
                "test/one.txt");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PluginSigner.sign(twice, privateFile))
                .withMessageContaining("test/one.txt twice");
    }

    @Test
    void makesAKeyForItsOwnerOnlyAndNeverOverwritesIt() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateFile))).isEqualTo("rw-------");
        String key = Files.readString(privateFile);

        assertThatThrownBy(() -> PluginSigner.main("--new-key", folder.toString()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(privateFile).hasContent(key.strip());
    }

    @Test
    void saysHowItIsCalled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PluginSigner.main("things.jar"))
                .withMessageContaining("--new-key");
    }

    @Test
    void takesAKeyThatOpensslMade() throws IOException, GeneralSecurityException {
        // a key as openssl genpkey -algorithm ed25519 writes it; its public half is the one of RFC 8410
        Path openssl = Files.writeString(folder.resolve("openssl.pem"), """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
                -----END PRIVATE KEY-----
                """);
        PackageCheck check = new PackageCheck(PackagePolicy.of(
                Map.of("rfc", "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="), Set.of()));

        assertThat(check.check(PluginSigner.sign(WORKING, openssl)).signature())
                .isEqualTo(new SignatureState.Signed("rfc"));
    }
}
