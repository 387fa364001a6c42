package dev.portico.host.plugins.packages;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The public keys of those whose plugins this portal trusts, found by their fingerprint. */
final class TrustedKeys {

    /** A name from the settings with its key. */
    record Signer(String name, PublicKey key) {}

    private final Map<String, Signer> byFingerprint = new HashMap<>();

    /**
     * Reads the keys of the settings.
     *
     * @throws TrustedKeyUnreadable if one of them is no Ed25519 public key
     */
    TrustedKeys(Map<String, String> settings) {
        settings.forEach((name, text) -> {
            PublicKey key = read(name, text);
            byFingerprint.put(fingerprint(key), new Signer(name, key));
        });
    }

    Optional<Signer> find(String fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }

    private static PublicKey read(String name, String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text.strip());
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            throw new TrustedKeyUnreadable(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has Ed25519 since version 15", e);
        }
    }

    /** First 16 hexadecimal digits of the SHA-256 of the X.509 encoded key. */
    static String fingerprint(PublicKey key) {
        return Sha256.of(key.getEncoded()).substring(0, 16);
    }
}
