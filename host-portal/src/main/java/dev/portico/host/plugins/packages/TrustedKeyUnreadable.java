package dev.portico.host.plugins.packages;

import dev.portico.host.startup.StartFailure;

/** A setting names a key that is none; going on would make signed plugins look as if nobody knew their signer. */
public final class TrustedKeyUnreadable extends StartFailure {

    private static final String REMEDY =
            "Set it to the signer's Ed25519 public key, X.509 encoded, in Base64 on one line: the content of the .pub file "
                    + "that belongs to the signing key. Or remove the setting; plugins of that signer then stay off.";

    TrustedKeyUnreadable(String signer) {
        super("The setting portico.plugins.trusted-keys.%s holds no public key.".formatted(signer), REMEDY, null);
    }
}
