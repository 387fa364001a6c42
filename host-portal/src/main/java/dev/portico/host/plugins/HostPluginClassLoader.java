package dev.portico.host.plugins;

import dev.portico.host.plugins.packages.HostLibraries;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** Loads a plugin's classes: libraries the portal shares come from the portal, the portal's own classes are hidden. */
class HostPluginClassLoader extends PluginClassLoader {

    private static final String HIDDEN = "dev.portico.host.";
    private static final String OWN_RESOURCES = "META-INF/portico/";

    HostPluginClassLoader(PluginManager manager, PluginDescriptor descriptor, ClassLoader parent) {
        super(manager, descriptor, parent, ClassLoadingStrategy.PDA);
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
        if (name.startsWith(HIDDEN)) {
            throw new ClassNotFoundException(name + " belongs to the portal; plugins see only dev.portico.api");
        }
        return super.loadClass(name);
    }

    @Override
    protected boolean shouldDelegateToParent(String name) {
        return super.shouldDelegateToParent(name) || HostLibraries.SHARED.stream().anyMatch(name::startsWith);
    }

    @Override
    public URL getResource(String name) {
        return name.startsWith(OWN_RESOURCES) ? findResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        // why: the portal's own class path may hold another plugin's migrations while tests run
        return name.startsWith(OWN_RESOURCES)
                ? Collections.enumeration(Collections.list(findResources(name)))
                : super.getResources(name);
    }
}
