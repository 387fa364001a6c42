package dev.portico.api.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The pair of keys of one who signs: a PKCS#8 PEM file to keep, and a public key for the portals that trust it. */
record SigningKey(PrivateKey privateKey, PublicKey publicKey) {

    static final String PRIVATE_FILE = "plugin-signing.pem";
    static final String PUBLIC_FILE = "plugin-signing.pub";

    private static final String ED25519 = "Ed25519";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** Makes a new pair and writes both files; a key that is already there is never overwritten. */
    static SigningKey create(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Path privateFile = folder.resolve(PRIVATE_FILE);
        if (Files.exists(privateFile)) {
            throw new FileAlreadyExistsException(privateFile.toString(), null, "a key is never overwritten");
        }
        KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
        Files.createFile(privateFile, ownerOnly(folder));
        Files.writeString(privateFile, pem(pair.getPrivate()), StandardOpenOption.WRITE);
        SigningKey key = new SigningKey(pair.getPrivate(), pair.getPublic());
        Files.writeString(folder.resolve(PUBLIC_FILE), key.publicText() + "\n");
        return key;
    }

    /** Reads a private key as written by {@link #create} or {@code openssl genpkey -algorithm ed25519}. */
    static SigningKey read(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw notAKey(file);
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
            EdECPrivateKey key = (EdECPrivateKey)
                    KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(key, publicKeyOf(key));
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            // why no cause: a parser's message may quote the key
            throw notAKey(file);
        }
    }

    /** The text of the signature file. */
    String sign(byte[] listing) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ED25519);
        signature.initSign(privateKey);
        signature.update(listing);
        return "key " + fingerprint() + "\ned25519 " + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
    }

    /** The public key as the portal's setting {@code portico.plugins.trusted-keys} wants it. */
    String publicText() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    @Override
    public String toString() {
        return "SigningKey[" + publicText() + "]";
    }

    private String fingerprint() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    /**
     * The JDK derives a public key only while it makes a pair, from 32 random bytes that are the private key; so these
     * are given to it. A signature made and verified shows that both belong together.
     */
    private static PublicKey publicKeyOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] secret = key.getBytes().orElseThrow(() -> new InvalidKeyException("The key's bytes are not to be had"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(secret, 0, bytes, 0, bytes.length);
            }
        });
        PublicKey derived = generator.generateKeyPair().getPublic();
        Signature signature = Signature.getInstance(ED25519);
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(derived);
        if (!signature.verify(signed)) {
            throw new InvalidKeyException("This Java platform does not derive a public key from the private one");
        }
        return derived;
    }

    private static String pem(PrivateKey key) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return BEGIN + "\n" + lines.encodeToString(key.getEncoded()) + "\n" + END + "\n";
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static IllegalArgumentException notAKey(Path file) {
        return new IllegalArgumentException(file
                + " holds no Ed25519 private key in PKCS#8 PEM: make one with --new-key or with openssl genpkey -algorithm"
                + " ed25519");
    }
}
