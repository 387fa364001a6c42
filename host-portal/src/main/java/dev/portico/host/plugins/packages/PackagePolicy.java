package dev.portico.host.plugins.packages;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings: which packages may be installed.
 *
 * @param trustedKeys for each name of a signer the Ed25519 public key, X.509 encoded, in Base64
 * @param allowUnsigned ids of plugins that need no signature
 * @param largestPackage most size of a jar
 * @param mostEntries most entries of a jar
 * @param largestUnpacked most size of all entries of a jar together, unpacked
 */
@ConfigurationProperties("portico.plugins")
public record PackagePolicy(
        @DefaultValue Map<String, String> trustedKeys,
        @DefaultValue Set<String> allowUnsigned,
        @DefaultValue("64MB") DataSize largestPackage,
        @DefaultValue("20000") int mostEntries,
        @DefaultValue("512MB") DataSize largestUnpacked) {

    /** The limits as they are without any setting. */
    public static PackagePolicy of(Map<String, String> trustedKeys, Set<String> allowUnsigned) {
        return new PackagePolicy(
                trustedKeys, allowUnsigned, DataSize.ofMegabytes(64), 20_000, DataSize.ofMegabytes(512));
    }
}
