package dev.portico.host.plugins;

import dev.portico.host.plugins.packages.PackageCheck;
import java.nio.file.Path;
import org.pf4j.BasePluginRepository;
import org.pf4j.DefaultPluginManager;
import org.pf4j.JarPluginLoader;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;

/**
 * PF4J, reduced to what the portal needs of it: finding the extension in one jar and its class loader.
 *
 * <p>The PF4J-side {@link Plugin} is the portal's own and does nothing: a plugin's own one that throws in stop would
 * stay started and keep its loader (PF4J 3.15.0). Not thread-safe: only the life-cycle thread calls it.
 */
class HostPluginManager extends DefaultPluginManager {

    private static final class Nothing extends Plugin {}

    HostPluginManager(Path folder) {
        super(folder);
        setSystemVersion(PackageCheck.API_VERSION);
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new JarPluginLoader(this) {
            @Override
            public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
                HostPluginClassLoader loader =
                        new HostPluginClassLoader(pluginManager, descriptor, getClass().getClassLoader());
                loader.addFile(path.toFile());
                return loader;
            }
        };
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return wrapper -> new Nothing();
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new ManifestPluginDescriptorFinder();
    }

    @Override
    protected PluginRepository createPluginRepository() {
        // why: nothing is ever discovered in a folder, the database says what is there
        return new BasePluginRepository(getPluginsRoots(), file -> false);
    }
}
