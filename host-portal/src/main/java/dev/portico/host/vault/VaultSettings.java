package dev.portico.host.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the vault.
 *
 * @param keysetFile the file with its keys, {@code vault/keyset.json} in the data folder by default; portals that share
 *     a database share the file too
 * @param rotateOnStart whether to add a new key and encrypt everything with it at the next start
 */
@ConfigurationProperties("portico.vault")
record VaultSettings(@Nullable String keysetFile, @DefaultValue("false") boolean rotateOnStart) {

    Path keysetFileIn(Path dataFolder) {
        return keysetFile == null || keysetFile.isBlank()
                ? dataFolder.resolve("vault", "keyset.json")
                : Path.of(keysetFile).toAbsolutePath().normalize();
    }
}
