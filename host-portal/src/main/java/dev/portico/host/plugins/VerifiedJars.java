package dev.portico.host.plugins;

import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The jars of plugins, verified each time one is about to be loaded. */
@Component
class VerifiedJars {

    private final PackageStore packages;
    private final PluginFiles files;

    VerifiedJars(PackageStore packages, PluginFiles files) {
        this.packages = packages;
        this.files = files;
    }

    /**
     * A file with the code, for one loader.
     *
     * @throws PluginRefused if the bytes are not those that were installed, or are not trusted any more
     */
    Path file(PluginCode code) {
        byte[] jar = packages.jar(code);
        PluginJar read = PluginJar.read(jar);
        if (!read.sha256().equals(code.sha256())) {
            throw new PluginRefused("The package of " + code + " in the database is not the one that was installed:"
                    + " upload it again");
        }
        return files.write(code, jar);
    }
}
