package dev.portico.host.plugins.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** No byte of a signed package can be changed so that other content is taken for signed. */
class SignedBytesProperties {

    private static final SigningKeys MAKER = SigningKeys.create();
    private static final byte[] SIGNED = MAKER.sign(small());
    private static final Map<String, String> CONTENT = content(SIGNED);

    private final PackageCheck check = new PackageCheck(PackagePolicy.of(Map.of("Maker", MAKER.publicText()), Set.of()));

    @Property(tries = 1500)
    void aFlippedByteIsFoundOrChangesNoContent(
            @ForAll @IntRange(max = Integer.MAX_VALUE) int place, @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        byte[] jar = SIGNED.clone();
        jar[place % jar.length] ^= (byte) flip;

        Path file = Files.write(Files.createTempFile("flipped", ".jar"), jar);
        try {
            assertSameContentIf(() -> check.check(jar).signature(), jar);
            assertSameContentIf(() -> check.verifyAtLoad(file, "things", Sha256.of(jar)), jar);
        } finally {
            Files.delete(file);
        }
    }

    private static void assertSameContentIf(Supplier<SignatureState> accepted, byte[] jar) {
        SignatureState state;
        try {
            state = accepted.get();
        } catch (PackageRefused refused) {
            assertThat(refused.findings()).isNotEmpty();
            return;
        }
        assertThat(state).isEqualTo(new SignatureState.Signed("Maker"));
        assertThat(content(jar)).isEqualTo(CONTENT);
    }

    /** What a class loader sees: small, so that most flips hit what the jar's directory says. */
    private static byte[] small() {
        return JarBytes.working(entries -> entries.put("folder/", new byte[0]));
    }

    private static Map<String, String> content(byte[] jar) {
        Map<String, String> content = new TreeMap<>();
        try {
            Path file = Files.write(Files.createTempFile("content", ".jar"), jar);
            try (JarFile opened = new JarFile(file.toFile())) {
                for (JarEntry entry : Collections.list(opened.entries())) {
                    try (InputStream in = opened.getInputStream(entry)) {
                        if (!entry.isDirectory()) {
                            content.put(entry.getName(), Sha256.of(in.readAllBytes()));
                        }
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }
}
