package dev.portico.host.plugins;

import dev.portico.api.IntegrationPlugin;
import dev.portico.host.plugins.calls.Code;
import dev.portico.host.plugins.unload.UnloadWatch;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The classes of one version of a plugin, in a loader of their own. Only the life-cycle thread makes and closes one. */
final class LoadedPlugin implements Callee, AutoCloseable {

    private final PluginCode code;
    private final Path jar;
    private final HostPluginManager manager;
    private final UnloadWatch watch;
    private final Class<? extends IntegrationPlugin> type;
    private final PluginCalls calls;

    private LoadedPlugin(
            PluginCode code,
            Path jar,
            HostPluginManager manager,
            UnloadWatch watch,
            Class<? extends IntegrationPlugin> type,
            PluginCalls calls) {
        this.calls = calls;
        this.code = code;
        this.jar = jar;
        this.manager = manager;
        this.watch = watch;
        this.type = type;
    }

    /** Loads the classes; runs no code of the plugin, except static initializers that its annotations need. */
    static LoadedPlugin load(PluginCode code, Path jar, PluginGateway gateway, UnloadWatch watch) {
        HostPluginManager manager = new HostPluginManager(jar.getParent());
        String id = manager.loadPlugin(jar);
        manager.startPlugin(id);
        try {
            Class<? extends IntegrationPlugin> type = extension(manager, id);
            PluginCalls calls = gateway.open(new Code(code.id(), code.version(), type.getClassLoader()));
            return new LoadedPlugin(code, jar, manager, watch, type, calls);
        } catch (RuntimeException | LinkageError e) {
            unload(code, manager, watch);
            jar.toFile().delete(); // why no check: one that stays is deleted when the node starts the next time
            throw e;
        }
    }

    private static Class<? extends IntegrationPlugin> extension(HostPluginManager manager, String id) {
        List<Class<? extends IntegrationPlugin>> found = manager.getExtensionClasses(IntegrationPlugin.class, id);
        if (found.size() != 1) {
            throw new PluginRefused("The plugin must have exactly one class that implements IntegrationPlugin and"
                    + " carries @Extension; found " + found.size());
        }
        return found.getFirst();
    }

    /** Makes the plugin's own object, which runs its constructor: to be called through the gateway. */
    IntegrationPlugin create() throws Exception {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new PluginRefused("The plugin's constructor failed: " + PluginGateway.text(e.getCause()));
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new PluginRefused("The plugin's class needs a public constructor without arguments", e);
        }
    }

    PluginCode code() {
        return code;
    }

    @Override
    public PluginCalls calls() {
        return calls;
    }

    /** Drops the loader and its file. */
    @Override
    public void close() throws IOException {
        calls.close();
        unload(code, manager, watch);
        Files.deleteIfExists(jar);
    }

    private static void unload(PluginCode code, HostPluginManager manager, UnloadWatch watch) {
        ClassLoader loader = manager.getPluginClassLoader(code.id());
        manager.stopPlugin(code.id());
        manager.unloadPlugin(code.id());
        SpringCaches.forget(loader);
        watch.watch(code.id(), code.version(), loader);
    }
}
