package dev.portico.host.plugins.packages;

import dev.portico.host.plugins.packages.SignatureState.Difference;
import dev.portico.host.plugins.packages.SignatureState.Modified;
import dev.portico.host.plugins.packages.SignatureState.Signed;
import dev.portico.host.plugins.packages.SignatureState.UnknownSigner;
import dev.portico.host.plugins.packages.SignatureState.Unsigned;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a package with its signature: a listing of all files with their hashes, and an Ed25519 signature over it. */
final class PackageSignature {

    private static final Pattern SIGNATURE =
            Pattern.compile("key ([0-9a-f]{16})\ned25519 ([A-Za-z0-9+/]{86}==)\n?");
    private static final int HASH = 64;

    private PackageSignature() {}

    static SignatureState verify(PackageFile file, TrustedKeys trusted) {
        boolean listed = file.has(PackageFile.LISTING);
        if (!listed && !file.has(PackageFile.SIGNATURE)) {
            return new Unsigned();
        }
        if (!listed || !file.has(PackageFile.SIGNATURE)) {
            return new Modified(Difference.MISSING, listed ? PackageFile.SIGNATURE : PackageFile.LISTING);
        }
        SortedMap<String, String> actual = new TreeMap<>(file.hashes());
        actual.remove(PackageFile.LISTING);
        actual.remove(PackageFile.SIGNATURE);
        byte[] listing = file.read(PackageFile.LISTING);
        // why: compared as a whole, so that there is one way only to list the files and nothing to misread
        if (!Arrays.equals(listing, listing(actual))) {
            return difference(listing, actual);
        }
        return signer(listing, new String(file.read(PackageFile.SIGNATURE), StandardCharsets.UTF_8), trusted);
    }

    private static SignatureState signer(byte[] listing, String signature, TrustedKeys trusted) {
        Matcher parts = SIGNATURE.matcher(signature);
        if (!parts.matches()) {
            return new Modified(Difference.SIGNATURE, PackageFile.SIGNATURE);
        }
        return trusted.find(parts.group(1))
                .<SignatureState>map(signer -> fits(listing, parts.group(2), signer.key())
                        ? new Signed(signer.name())
                        : new Modified(Difference.SIGNATURE, PackageFile.SIGNATURE))
                .orElseGet(() -> new UnknownSigner(parts.group(1)));
    }

    private static boolean fits(byte[] listing, String base64, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(listing);
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // why: these are not 64 bytes that an Ed25519 key can have signed
            return false;
        }
    }

    private static byte[] listing(SortedMap<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach((name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Modified difference(byte[] listing, Map<String, String> actual) {
        Map<String, String> listed = new TreeMap<>();
        new String(listing, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.length() > HASH + 2)
                .forEach(line -> listed.put(line.substring(HASH + 2), line.substring(0, HASH)));
        for (Map.Entry<String, String> file : actual.entrySet()) {
            String hash = listed.get(file.getKey());
            if (!file.getValue().equals(hash)) {
                return new Modified(hash == null ? Difference.ADDED : Difference.CHANGED, file.getKey());
            }
        }
        return listed.keySet().stream()
                .filter(name -> !actual.containsKey(name))
                .findFirst()
                .map(name -> new Modified(Difference.MISSING, name))
                .orElseGet(() -> new Modified(Difference.CHANGED, PackageFile.LISTING));
    }
}
