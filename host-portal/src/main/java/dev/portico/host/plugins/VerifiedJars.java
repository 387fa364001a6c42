package dev.portico.host.plugins;

import dev.portico.host.plugins.packages.PackageCheck;
import dev.portico.host.plugins.packages.PackageRefused;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The jars of plugins, verified each time one is about to be loaded. */
@Component
class VerifiedJars {

    private final PackageCheck check;
    private final PackageStore packages;
    private final PluginFiles files;

    VerifiedJars(PackageCheck check, PackageStore packages, PluginFiles files) {
        this.check = check;
        this.packages = packages;
        this.files = files;
    }

    /**
     * A file with the code, for one loader.
     *
     * @throws PackageRefused if the bytes are not those that were installed, or are not trusted any more
     */
    Path file(PluginCode code) {
        Path file = files.write(code, packages.jar(code));
        try {
            check.verifyAtLoad(file, code.id(), code.sha256());
            return file;
        } catch (PackageRefused e) {
            files.delete(file);
            throw e;
        }
    }
}
