package dev.portico.host.plugins;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.PluginSettings;
import dev.portico.host.plugins.unload.UnloadWatch;
import dev.portico.host.security.Acting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Starts and stops one plugin: loads the jar, makes its Spring context, lets every feature of the portal take what the
 * plugin declares. A start that fails takes everything back, also what it changed in the database, and throws; a stop
 * never throws.
 */
@Component
class PluginStarter {

    private static final Logger log = LoggerFactory.getLogger(PluginStarter.class);

    private final VerifiedJars jars;
    private final PluginsProperties properties;
    private final PluginGateway gateway;
    private final ObjectProvider<PluginOffer> offers;
    private final ObjectProvider<PluginContribution> contributions;
    private final UnloadWatch watch;
    private final DataSource dataSource;

    PluginStarter(
            VerifiedJars jars,
            PluginsProperties properties,
            PluginGateway gateway,
            ObjectProvider<PluginOffer> offers,
            ObjectProvider<PluginContribution> contributions,
            UnloadWatch watch,
            DataSource dataSource) {
        this.dataSource = dataSource;
        this.jars = jars;
        this.properties = properties;
        this.gateway = gateway;
        this.offers = offers;
        this.contributions = contributions;
        this.watch = watch;
    }

    /**
     * A started plugin and how to stop it.
     *
     * @param own undos of what the plugin is: context, resources, class loader
     * @param registrations undos of what the portal took from it
     */
    record Started(RunningPlugin plugin, UndoList own, UndoList registrations) {}

    /**
     * How a start is to be done.
     *
     * @param wanted turns to no when the start is of no use any more
     * @param reached hears of every step
     * @param strict whether a plugin that starts but does not answer well is not kept
     * @param also done in the transaction that keeps what the start changed in the database
     */
    record Request(
            PluginCode code,
            BooleanSupplier wanted,
            Consumer<LifeCycleStep> reached,
            boolean strict,
            PluginTrial.Work also) {}

    Started start(Request request) {
        UndoList own = new UndoList();
        UndoList registrations = new UndoList();
        Trial trial = new Trial(new TrialWithoutTables(dataSource));
        try {
            RunningPlugin plugin = load(request, own);
            request.reached().accept(LifeCycleStep.LOADED);
            gateway.callApart(plugin, "start", properties.startLimit(), request.wanted(), () -> {
                trial.underWay = true;
                try {
                    Acting.asSystem(() -> begin(request, plugin, own, registrations, trial));
                } finally {
                    trial.underWay = false;
                }
                return true;
            });
            keep(request, trial);
            return new Started(plugin, own, registrations);
        } catch (Throwable e) { // why: also an Error thrown by the plugin's constructor or a missing class
            trial.giveUp();
            run(request.code().id(), registrations);
            run(request.code().id(), own);
            throw e;
        }
    }

    /** Loads the classes and makes the plugin's own object. */
    private RunningPlugin load(Request request, UndoList undos) {
        LoadedPlugin loaded = LoadedPlugin.load(request.code(), jars.file(request.code()), gateway, watch);
        undos.add("class loader", loaded::close);
        IntegrationPlugin declarations =
                gateway.callApart(loaded, "constructor", properties.startLimit(), request.wanted(), loaded::create);
        return new RunningPlugin(
                request.code(),
                declarations,
                new AnnotationConfigApplicationContext(),
                loaded.calls(),
                gateway,
                properties.callLimit());
    }

    private void begin(Request request, RunningPlugin plugin, UndoList own, UndoList registrations, Trial trial) {
        DeclarationCheck.check(plugin.declarations());
        refresh(plugin, own, trial);
        request.reached().accept(LifeCycleStep.STARTED);
        HealthCheck.beans(plugin);
        if (request.strict()) {
            HealthCheck.card(plugin);
        }
        request.reached().accept(LifeCycleStep.CHECKED);
        contributions.orderedStream().forEach(it -> registrations.add(it.name(), it.register(plugin)::remove));
        request.reached().accept(LifeCycleStep.REGISTERED);
    }

    private void refresh(RunningPlugin plugin, UndoList undos, Trial trial) {
        AnnotationConfigApplicationContext context = (AnnotationConfigApplicationContext) plugin.context();
        PluginSettings settings = properties.settingsOf(plugin.id());
        context.setId(plugin.toString());
        context.setClassLoader(plugin.loader());
        context.getBeanFactory().registerSingleton("pluginSettings", settings);
        UndoList closing = new UndoList();
        // why: what the beans use is closed after the beans, that is after the context
        undos.add("offer", () -> closing.run((what, e) -> log.warn("Plugin {}: {} not closed", plugin, what, e)));
        undos.add("Spring context", () -> close(plugin, context, trial));
        PluginScope scope = new PluginScope(
                plugin.id(),
                settings,
                plugin.declarations(),
                (what, it) -> closing.add(what, it::close),
                trial::begin);
        offers.orderedStream().forEach(offer -> offer.offer(scope, context));
        context.register(plugin.declarations().configuration());
        context.refresh();
    }

    private void close(RunningPlugin plugin, AnnotationConfigApplicationContext context, Trial trial) {
        if (trial.underWay) {
            // why not waited for: Spring closes nothing before the start ends, and this one was given up
            Thread.ofPlatform().daemon().name("plugin-given-up").start(() -> closeGivenUp(plugin, context));
        } else {
            closeApart(plugin, context);
        }
    }

    private void closeGivenUp(RunningPlugin plugin, AnnotationConfigApplicationContext context) {
        try {
            closeApart(plugin, context);
        } catch (PluginCallFailed e) {
            log.warn("Plugin {}: what its start had begun could not be closed: {}", plugin, e.getMessage());
        }
    }

    private void closeApart(RunningPlugin plugin, AnnotationConfigApplicationContext context) {
        Duration limit = properties.callLimit();
        gateway.callApart(plugin, "stop", limit, () -> true, () -> {
            Acting.asSystem(context::close);
            return true;
        });
    }

    private static void keep(Request request, Trial trial) {
        try {
            trial.current().keep(request.also());
        } catch (SQLException e) {
            throw new IllegalStateException("What the plugin changed in the database could not be kept", e);
        }
        request.reached().accept(LifeCycleStep.KEPT);
    }

    /** Takes back what the portal took from the plugin: nobody sees it any more, but it is still there. */
    void withdraw(Started started) {
        run(started.plugin().id(), started.registrations());
    }

    /** Closes the plugin; what nodes share, such as schedules, stays unless it was withdrawn before. */
    void close(Started started) {
        run(started.plugin().id(), started.own());
    }

    private static void run(String id, UndoList undos) {
        undos.run((what, problem) -> log.warn("Plugin {}: could not take back {}", id, what, problem));
    }

    /** What the start holds back, once it is known. */
    private static final class Trial {

        private PluginTrial current;
        private boolean givenUp;
        private volatile boolean underWay;

        Trial(PluginTrial first) {
            current = first;
        }

        /** why: a start that was given up while it waited for its turn may get it all the same. */
        synchronized void begin(PluginTrial trial) {
            if (givenUp) {
                trial.discard();
                throw new IllegalStateException("The start was given up");
            }
            current = trial;
        }

        synchronized PluginTrial current() {
            return current;
        }

        synchronized void giveUp() {
            givenUp = true;
            current.discard();
        }
    }
}
