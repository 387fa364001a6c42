package dev.portico.host.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/** A set of AES-256-GCM keys: the newest encrypts, each decrypts what it has encrypted. Never changes. */
final class Keys {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle keyset;
    private final Aead aead;

    private Keys(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static Keys generate() throws GeneralSecurityException {
        return new Keys(KeysetHandle.newBuilder().addEntry(newPrimary()).build());
    }

    /** These keys and a new one, which encrypts from now on. The old ones stay, for backups of the database. */
    Keys withNewKey() throws GeneralSecurityException {
        return new Keys(KeysetHandle.newBuilder(keyset).addEntry(newPrimary()).build());
    }

    private static KeysetHandle.Builder.Entry newPrimary() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
    }

    static Keys parse(String json) throws GeneralSecurityException {
        return new Keys(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    }

    /** The keys in clear, for the key file only. */
    String serialize() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    /** The key that encrypts. */
    long primaryId() {
        return Integer.toUnsignedLong(keyset.getPrimary().getId());
    }

    boolean contains(long keyId) {
        return IntStream.range(0, keyset.size())
                .anyMatch(index -> Integer.toUnsignedLong(keyset.getAt(index).getId()) == keyId);
    }

    /** Encrypts so that only the same context, in the same order, opens it again. */
    byte[] encrypt(byte[] clear, String... context) throws GeneralSecurityException {
        return aead.encrypt(clear, associatedData(context));
    }

    byte[] decrypt(byte[] ciphertext, String... context) throws GeneralSecurityException {
        return aead.decrypt(ciphertext, associatedData(context));
    }

    /** why lengths: without them ("ab", "c") and ("a", "bc") would open each other. */
    private static byte[] associatedData(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String part : parts) {
                byte[] encoded = part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
