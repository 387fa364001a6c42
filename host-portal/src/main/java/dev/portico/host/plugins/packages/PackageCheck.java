package dev.portico.host.plugins.packages;

import dev.portico.host.plugins.packages.SignatureState.Modified;
import dev.portico.host.plugins.packages.SignatureState.Signed;
import dev.portico.host.plugins.packages.SignatureState.UnknownSigner;
import dev.portico.host.plugins.packages.SignatureState.Unsigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import org.springframework.stereotype.Component;

/**
 * The gate for plugin packages: all checks when one is uploaded, its signature again at every load. No code of the
 * package runs here.
 */
@Component
public class PackageCheck {

    /** Version of the plugin API that this portal offers. */
    public static final String API_VERSION = "1.1.0";

    private final PackagePolicy policy;
    private final TrustedKeys trusted;

    /**
     * Reads the trusted keys.
     *
     * @throws TrustedKeyUnreadable if a setting holds no key
     */
    public PackageCheck(PackagePolicy policy) {
        this.policy = policy;
        this.trusted = new TrustedKeys(policy.trustedKeys());
    }

    /**
     * Checks a package before it is installed.
     *
     * @param jar its bytes, not to be changed afterwards
     * @throws PackageRefused with everything that is wrong with it, as far as it was safe to look
     */
    public PluginPackage check(byte[] jar) {
        refuseIfTooLarge(jar.length);
        if (jar.length < 4 || jar[0] != 'P' || jar[1] != 'K' || jar[2] != 3 || jar[3] != 4) {
            throw new PackageRefused(Finding.of(Rule.NO_JAR));
        }
        Path copy = temporary(jar);
        try (PackageFile file = PackageFile.open(copy, policy)) {
            return check(file, jar);
        } finally {
            delete(copy);
        }
    }

    /**
     * Checks before a load that a package is the one that was installed and may still be loaded: its bytes, its id and
     * its signature.
     *
     * @param jar the file that will be loaded
     * @param id of the plugin it was installed as
     * @param sha256 of the package when it was installed, hexadecimal
     * @return who vouches for it
     * @throws PackageRefused if it must not be loaded
     */
    public SignatureState verifyAtLoad(Path jar, String id, String sha256) {
        byte[] bytes;
        try {
            refuseIfTooLarge(Files.size(jar));
            bytes = Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin's file " + jar + " cannot be read: check its rights", e);
        }
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new PackageRefused(Finding.of(Rule.OTHER_BYTES, id));
        }
        try (PackageFile file = PackageFile.open(jar, policy)) {
            Findings findings = new Findings();
            String packed = PluginManifest.read(file, bytes).getValue("Plugin-Id");
            if (packed == null || !packed.strip().equals(id)) {
                findings.add(Rule.OTHER_ID, id, String.valueOf(packed));
            }
            SignatureState signature = PackageSignature.verify(file, trusted);
            refusal(id, signature).ifPresent(findings::add);
            findings.refuseIfAny();
            return signature;
        }
    }

    private PluginPackage check(PackageFile file, byte[] jar) {
        Findings findings = new Findings();
        EntryNames.compare(jar, file.hashes().keySet(), findings);
        findings.refuseIfAny();
        Attributes attributes = PluginManifest.read(file, jar);
        PluginManifest manifest = PluginManifest.check(attributes, findings);
        String extension = PackageContents.check(file, findings);
        AuthoringRules.check(file, findings);
        SignatureState signature = PackageSignature.verify(file, trusted);
        // why: which id is to be allowed unsigned can be said only of a package that has one
        refusal(manifest.id(), signature)
                .filter(finding -> finding.rule() != Rule.UNSIGNED || !manifest.id().isEmpty())
                .ifPresent(findings::add);
        findings.refuseIfAny();
        return new PluginPackage(
                manifest.id(),
                manifest.version(),
                manifest.requires(),
                manifest.provider(),
                manifest.description(),
                extension,
                Sha256.of(jar),
                signature,
                jar);
    }

    /** Which packages may be installed and loaded: signed ones, and unsigned ones of ids that a setting names. */
    private Optional<Finding> refusal(String id, SignatureState signature) {
        return switch (signature) {
            case Signed signed -> Optional.empty();
            case Unsigned unsigned ->
                policy.allowUnsigned().contains(id) ? Optional.empty() : Optional.of(Finding.of(Rule.UNSIGNED, id));
            case UnknownSigner unknown -> Optional.of(Finding.of(Rule.UNKNOWN_SIGNER, unknown.fingerprint()));
            case Modified modified -> Optional.of(Finding.of(rule(modified), modified.entry()));
        };
    }

    private static Rule rule(Modified modified) {
        return switch (modified.difference()) {
            case CHANGED -> Rule.MODIFIED_CHANGED;
            case ADDED -> Rule.MODIFIED_ADDED;
            case MISSING -> Rule.MODIFIED_MISSING;
            case SIGNATURE -> Rule.MODIFIED_SIGNATURE;
        };
    }

    private void refuseIfTooLarge(long size) {
        if (size > policy.largestPackage().toBytes()) {
            throw new PackageRefused(Finding.of(
                    Rule.TOO_LARGE, size >> 20, policy.largestPackage().toMegabytes()));
        }
    }

    private static Path temporary(byte[] jar) {
        try {
            Path copy = Files.createTempFile("plugin-package", ".jar");
            Files.write(copy, jar);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("The package cannot be written to the folder for temporary files", e);
        }
    }

    private static void delete(Path copy) {
        try {
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
