package dev.portico.host.plugins.packages;

/** What a package's signature says about who vouches for it. */
public sealed interface SignatureState {

    /**
     * Every file is as it was when a trusted signer signed it.
     *
     * @param signer its name in the settings
     */
    record Signed(String signer) implements SignatureState {}

    /** There is no signature. */
    record Unsigned() implements SignatureState {}

    /**
     * The package is not what was signed.
     *
     * @param difference what differs
     * @param entry the file it differs in
     */
    record Modified(Difference difference, String entry) implements SignatureState {}

    /**
     * The package is as it was signed, but nobody trusts the key.
     *
     * @param fingerprint of the public key, first 16 hexadecimal digits of its SHA-256
     */
    record UnknownSigner(String fingerprint) implements SignatureState {}

    /** How a package differs from what was signed. */
    enum Difference {
        CHANGED,
        ADDED,
        MISSING,
        SIGNATURE
    }
}
