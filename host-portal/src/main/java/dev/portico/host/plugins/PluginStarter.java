package dev.portico.host.plugins;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.IntegrationPlugin;
import dev.portico.api.PluginSettings;
import dev.portico.host.plugins.unload.UnloadWatch;
import dev.portico.host.security.Acting;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Starts and stops one plugin: loads the jar, makes its Spring context, lets every feature of the portal take what the
 * plugin declares. A start that fails takes everything back and throws; a stop never throws.
 */
@Component
class PluginStarter {

    private static final Logger log = LoggerFactory.getLogger(PluginStarter.class);

    private final PluginFiles files;
    private final PluginsProperties properties;
    private final PluginGateway gateway;
    private final ObjectProvider<PluginOffer> offers;
    private final ObjectProvider<PluginContribution> contributions;
    private final UnloadWatch unloads;

    PluginStarter(
            PluginFiles files,
            PluginsProperties properties,
            PluginGateway gateway,
            ObjectProvider<PluginOffer> offers,
            ObjectProvider<PluginContribution> contributions,
            UnloadWatch unloads) {
        this.files = files;
        this.properties = properties;
        this.gateway = gateway;
        this.offers = offers;
        this.contributions = contributions;
        this.unloads = unloads;
    }

    /**
     * A started plugin and how to stop it.
     *
     * @param own undos of what the plugin is: context, resources, class loader
     * @param registrations undos of what the portal took from it
     */
    record Started(RunningPlugin plugin, UndoList own, UndoList registrations) {}

    Started start(InstalledPlugin installed) {
        UndoList own = new UndoList();
        UndoList registrations = new UndoList();
        try {
            RunningPlugin plugin = load(installed, own);
            contributions.orderedStream().forEach(it -> registrations.add(it.name(), register(plugin, it)::remove));
            return new Started(plugin, own, registrations);
        } catch (Throwable e) { // why: also an Error thrown by the plugin's constructor or a missing class
            run(installed.id(), registrations);
            run(installed.id(), own);
            throw e;
        }
    }

    /** Takes everything back, because the plugin shall not run any more. */
    void stop(Started started) {
        run(started.plugin().id(), started.registrations());
        run(started.plugin().id(), started.own());
    }

    /** Closes the plugin because this node stops; what other nodes share, such as schedules, stays. */
    void close(Started started) {
        run(started.plugin().id(), started.own());
    }

    private static void run(String id, UndoList undos) {
        undos.run((what, problem) -> log.warn("Plugin {}: could not take back {}", id, what, problem));
    }

    private RunningPlugin load(InstalledPlugin installed, UndoList undos) {
        Path jar = files.unpacked(installed);
        HostPluginManager manager = new HostPluginManager(files.folder());
        String id = manager.loadPlugin(jar);
        ClassLoader loader = manager.getPluginClassLoader(id);
        undos.add("class loader", () -> {
            manager.unloadPlugin(id);
            SpringCaches.forget(loader);
            unloads.watch(id, installed.version(), loader);
        });
        manager.startPlugin(id);
        undos.add("PF4J plugin", () -> manager.stopPlugin(id));

        IntegrationPlugin declarations = extension(manager, id);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        RunningPlugin plugin =
                new RunningPlugin(installed, declarations, context, gateway, properties.callLimit());
        gateway.call(plugin, "start", properties.startLimit(), () -> {
            Acting.asSystem(() -> refresh(plugin, context, undos));
            return true;
        });
        return plugin;
    }

    private Registration register(RunningPlugin plugin, PluginContribution contribution) {
        return plugin.call(contribution.name(), () -> contribution.register(plugin));
    }

    private static IntegrationPlugin extension(HostPluginManager manager, String id) {
        List<Class<? extends IntegrationPlugin>> found = manager.getExtensionClasses(IntegrationPlugin.class, id);
        if (found.size() != 1) {
            throw new PluginRefused("The plugin must have exactly one class that implements IntegrationPlugin and"
                    + " carries @Extension; found " + found.size());
        }
        try {
            return found.getFirst().getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new PluginRefused("The plugin's constructor failed: " + PluginGateway.text(e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new PluginRefused("The plugin's class needs a public constructor without arguments", e);
        }
    }

    private void refresh(RunningPlugin plugin, AnnotationConfigApplicationContext context, UndoList undos) {
        PluginSettings settings = settings(plugin.id());
        context.setId(plugin.toString());
        context.setClassLoader(plugin.loader());
        context.getBeanFactory().registerSingleton("pluginSettings", settings);
        UndoList closing = new UndoList();
        // why: what the beans use is closed after the beans, that is after the context
        undos.add("offer", () -> closing.run((what, e) -> log.warn("Plugin {}: {} not closed", plugin, what, e)));
        undos.add("Spring context", context::close);
        PluginScope scope = new PluginScope(
                plugin.id(), settings, plugin.declarations(), (what, it) -> closing.add(what, it::close));
        offers.orderedStream().forEach(offer -> offer.offer(scope, context));
        context.register(plugin.declarations().configuration());
        context.refresh();
    }

    private PluginSettings settings(String id) {
        Map<String, String> own = properties.settings().getOrDefault(id, Map.of());
        return name -> Optional.ofNullable(own.get(name)).filter(value -> !value.isBlank());
    }
}
