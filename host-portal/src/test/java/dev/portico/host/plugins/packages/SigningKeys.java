package dev.portico.host.plugins.packages;

import dev.portico.api.kit.PluginSigner;
import dev.portico.host.TestFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Somebody's pair of keys, made by the tool that authors use. */
public record SigningKeys(Path privateFile, String publicText) {

    /** Somebody whom the portals of tests trust. */
    public static final SigningKeys TRUSTED = create();

    static SigningKeys create() {
        try {
            Path folder = TestFolder.create("signing-keys");
            PluginSigner.main("--new-key", folder.toString());
            return new SigningKeys(
                    folder.resolve("plugin-signing.pem"),
                    Files.readString(folder.resolve("plugin-signing.pub")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] sign(byte[] jar) {
        try {
            return PluginSigner.sign(jar, privateFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
