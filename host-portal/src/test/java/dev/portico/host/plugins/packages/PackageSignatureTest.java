package dev.portico.host.plugins.packages;

import static dev.portico.host.plugins.packages.JarBytes.WORKING;
import static dev.portico.host.plugins.packages.JarBytes.changed;
import static dev.portico.host.plugins.packages.Refusals.findingsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class PackageSignatureTest {

    private static final SigningKeys MAKER = SigningKeys.create();
    private static final SigningKeys STRANGER = SigningKeys.create();
    private static final byte[] SIGNED = MAKER.sign(WORKING);

    private final PackageCheck check = new PackageCheck(PackagePolicy.of(Map.of("Maker", MAKER.publicText()), Set.of()));

    @Test
    void namesTheSignerOfASignedPackage() {
        assertThat(check.check(SIGNED).signature()).isEqualTo(new SignatureState.Signed("Maker"));
    }

    @Test
    void refusesAnUnsignedPackageUnlessItsIdIsAllowed() {
        assertThat(findingsOf(() -> check.check(WORKING)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.UNSIGNED);
                    assertThat(finding.remedy()).contains("add things to portico.plugins.allow-unsigned");
                });
        assertThat(allowing("things").check(WORKING).signature()).isEqualTo(new SignatureState.Unsigned());
        assertThat(findingsOf(() -> allowing("thing", "other").check(WORKING))).hasSize(1);
    }

    @Test
    void refusesTheSignatureOfAStrangerAlsoForAnIdThatMayBeUnsigned() {
        byte[] jar = STRANGER.sign(WORKING);

        assertThat(findingsOf(() -> allowing("things").check(jar)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.UNKNOWN_SIGNER);
                    assertThat(finding.text()).containsPattern("key [0-9a-f]{16},");
                });
    }

    @Nested
    class Modified {

        @Test
        void byAnotherContent() {
            assertThatModification(entries -> entries.put("META-INF/portico/messages.properties", new byte[1]))
                    .isEqualTo(Rule.MODIFIED_CHANGED);
        }

        @Test
        void byAnotherManifest() {
            assertThatModification(entries -> entries.put(
                            PackageFile.MANIFEST,
                            (new String(entries.get(PackageFile.MANIFEST), StandardCharsets.UTF_8).strip()
                                            + "\r\nMulti-Release: true\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(Rule.MODIFIED_CHANGED);
        }

        @Test
        void byAnotherFile() {
            assertThatModification(entries -> entries.put("added.txt", new byte[0])).isEqualTo(Rule.MODIFIED_ADDED);
            assertThatModification(entries -> entries.put("META-INF/portico/added.sha256", new byte[0]))
                    .isEqualTo(Rule.MODIFIED_ADDED);
        }

        @Test
        void byAMissingFile() {
            assertThatModification(entries -> entries.remove("META-INF/portico/messages.properties"))
                    .isEqualTo(Rule.MODIFIED_MISSING);
        }

        @Test
        void byAMissingPartOfTheSignature() {
            assertThatModification(entries -> entries.remove(PackageFile.LISTING)).isEqualTo(Rule.MODIFIED_MISSING);
            assertThatModification(entries -> entries.remove(PackageFile.SIGNATURE)).isEqualTo(Rule.MODIFIED_MISSING);
        }

        @Test
        void byAListingThatSaysTheSameInAnotherWay() {
            assertThatModification(entries -> entries.put(
                            PackageFile.LISTING,
                            (new String(entries.get(PackageFile.LISTING), StandardCharsets.UTF_8) + "\n")
                                    .getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(Rule.MODIFIED_CHANGED);
        }

        @Test
        void byAListingWrittenAnewWithoutTheKey() {
            byte[] forged = STRANGER.sign(changed(SIGNED, entries -> entries.put("added.txt", new byte[0])));
            byte[] listing = JarBytes.entries(forged).get(PackageFile.LISTING);

            assertThatModification(entries -> {
                        entries.put("added.txt", new byte[0]);
                        entries.put(PackageFile.LISTING, listing);
                    })
                    .isEqualTo(Rule.MODIFIED_SIGNATURE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "key", "key 0123456789abcdef\ned25519 AAAA\n", "\n"})
        void byASignatureThatIsNone(String text) {
            assertThatModification(
                            entries -> entries.put(PackageFile.SIGNATURE, text.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(Rule.MODIFIED_SIGNATURE);
        }

        @Test
        void byASignatureOfAnotherPackage() {
            byte[] other = MAKER.sign(JarBytes.withManifest("Plugin-Version", "3.0.0"));

            assertThatModification(entries ->
                            entries.put(PackageFile.SIGNATURE, JarBytes.entries(other).get(PackageFile.SIGNATURE)))
                    .isEqualTo(Rule.MODIFIED_SIGNATURE);
        }

        private ObjectAssert<Rule> assertThatModification(Consumer<Map<String, byte[]>> change) {
            byte[] jar = changed(SIGNED, change);
            return assertThat(findingsOf(() -> allowing("things").check(jar)).stream()
                            .map(Finding::rule)
                            .toList())
                    .singleElement(InstanceOfAssertFactories.type(Rule.class));
        }
    }

    @Nested
    class AtLoad {

        @TempDir
        private Path folder;

        @Test
        void acceptsThePackageThatWasInstalled() throws IOException {
            assertThat(check.verifyAtLoad(file(SIGNED), "things", Sha256.of(SIGNED)))
                    .isEqualTo(new SignatureState.Signed("Maker"));
            assertThat(allowing("things").verifyAtLoad(file(WORKING), "things", Sha256.of(WORKING)))
                    .isEqualTo(new SignatureState.Unsigned());
        }

        @Test
        void refusesOtherBytesThanWereInstalled() throws IOException {
            Path other = file(JarBytes.withManifest("Plugin-Version", "3.0.0"));

            assertThat(findingsOf(() -> allowing("things").verifyAtLoad(other, "things", Sha256.of(WORKING))))
                    .extracting(Finding::rule)
                    .containsExactly(Rule.OTHER_BYTES);
        }

        @Test
        void refusesAModifiedPackageAlsoIfItsHashWasChangedAlong() throws IOException {
            byte[] jar = changed(SIGNED, entries -> entries.put("added.txt", new byte[0]));

            assertThat(findingsOf(() -> check.verifyAtLoad(file(jar), "things", Sha256.of(jar))))
                    .extracting(Finding::rule)
                    .containsExactly(Rule.MODIFIED_ADDED);
        }

        @Test
        void refusesAPackageOfAnotherPlugin() throws IOException {
            byte[] other = MAKER.sign(JarBytes.withManifest("Plugin-Id", "other"));

            assertThat(findingsOf(() -> check.verifyAtLoad(file(other), "things", Sha256.of(other))))
                    .extracting(Finding::rule)
                    .containsExactly(Rule.OTHER_ID);
        }

        @Test
        void refusesWhatIsNoLongerTrustedOrAllowed() throws IOException {
            PackageCheck later = new PackageCheck(PackagePolicy.of(Map.of("Other", STRANGER.publicText()), Set.of()));

            assertThat(findingsOf(() -> later.verifyAtLoad(file(SIGNED), "things", Sha256.of(SIGNED))))
                    .extracting(Finding::rule)
                    .containsExactly(Rule.UNKNOWN_SIGNER);
            assertThat(findingsOf(() -> later.verifyAtLoad(file(WORKING), "things", Sha256.of(WORKING))))
                    .extracting(Finding::rule)
                    .containsExactly(Rule.UNSIGNED);
        }

        private Path file(byte[] jar) throws IOException {
            return Files.write(folder.resolve(Sha256.of(jar) + ".jar"), jar);
        }
    }

    @Nested
    class Settings {

        private final ApplicationContextRunner portal = new ApplicationContextRunner()
                .withUserConfiguration(Configured.class)
                .withPropertyValues("portico.plugins.allow-unsigned=things,more");

        @Test
        void giveKeysAndIdsAndLimits() {
            portal.withPropertyValues("portico.plugins.trusted-keys.maker=" + MAKER.publicText())
                    .run(context -> {
                        PackagePolicy policy = context.getBean(PackagePolicy.class);
                        assertThat(policy.allowUnsigned()).containsExactlyInAnyOrder("things", "more");
                        assertThat(policy.largestPackage().toMegabytes()).isEqualTo(64);
                        assertThat(policy.largestUnpacked().toMegabytes()).isEqualTo(512);
                        assertThat(policy.mostEntries()).isEqualTo(20_000);
                        assertThat(context.getBean(PackageCheck.class).check(SIGNED).signature())
                                .isEqualTo(new SignatureState.Signed("maker"));
                    });
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "no key", "AAAA", "MCowBQYDK2VwAyEA"})
        void stopTheStartIfAKeyCannotBeRead(String key) {
            portal.withPropertyValues("portico.plugins.trusted-keys.maker=" + key)
                    .run(context -> assertThat(context.getStartupFailure())
                            .rootCause()
                            .isInstanceOf(TrustedKeyUnreadable.class)
                            .hasMessage("The setting portico.plugins.trusted-keys.maker holds no public key."));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PackagePolicy.class)
    @Import(PackageCheck.class)
    static class Configured {}

    private static PackageCheck allowing(String... ids) {
        return new PackageCheck(PackagePolicy.of(Map.of("Maker", MAKER.publicText()), Set.of(ids)));
    }
}
