package dev.portico.host.plugins;

import dev.portico.api.IntegrationPlugin;
import dev.portico.host.plugins.calls.CallKind;
import dev.portico.host.texts.Texts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A plugin that is loaded and started on this node. */
public final class RunningPlugin implements Callee {

    private static final Logger log = LoggerFactory.getLogger(RunningPlugin.class);

    private final PluginCode code;
    private final IntegrationPlugin plugin;
    private final ConfigurableApplicationContext context;
    private final PluginGateway gateway;
    private final Duration callLimit;
    private final Texts texts;
    private final PluginCalls calls;

    RunningPlugin(
            PluginCode code,
            IntegrationPlugin plugin,
            ConfigurableApplicationContext context,
            PluginCalls calls,
            PluginGateway gateway,
            Duration callLimit) {
        this.code = code;
        this.plugin = plugin;
        this.context = context;
        this.gateway = gateway;
        this.callLimit = callLimit;
        this.texts = Texts.ofPlugin(plugin.getClass().getClassLoader());
        this.calls = calls;
    }

    /** Unique id. */
    public String id() {
        return code.id();
    }

    /** Version of the running code. */
    public String version() {
        return code.version();
    }

    /** What the plugin says about itself; call it inside {@link #call}. */
    public IntegrationPlugin declarations() {
        return plugin;
    }

    /** A text of the plugin in the user's language; its key if there is no such text, or a broken one. */
    public String text(String key, Object... arguments) {
        try {
            return texts.text(key, arguments);
        } catch (RuntimeException e) { // why: it stands in the navigation of every page
            log.debug("Plugin {} has no proper text {}", this, key, e);
            return key;
        }
    }

    /** A bean of the plugin; call it, and what you do with it, inside {@link #call}. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /**
     * Calls the plugin on this thread, within the time limit for screens.
     *
     * @param what wanted of it, for messages
     * @throws PluginCallFailed if it throws, returns null or takes too long
     */
    public <T> T call(String what, Callable<T> work) {
        return gateway.call(this, what, callLimit, work);
    }

    /** Calls the plugin without a time limit: for background jobs, which are cancelled in another way. */
    public <T> T callWithoutLimit(String what, Callable<T> work) {
        return gateway.call(this, what, Duration.ZERO, work);
    }

    /**
     * Calls the plugin on a thread of its own, within the time limit for screens: for everything that touches no
     * browser window. The signed-in user and the language are handed over.
     *
     * @param what wanted of it, for messages; its first word is the name in metrics, see {@link CallKind}
     * @throws PluginCallFailed if it throws, returns null or takes too long
     */
    public <T> T callApart(String what, Callable<T> work) {
        return callApart(what, callLimit, () -> true, work);
    }

    /**
     * The same within a limit of its own.
     *
     * @param limit after which the call is interrupted, and abandoned if it does not obey; zero for none
     * @param wanted asked several times a second; the call is interrupted once it says no
     */
    public <T> T callApart(String what, Duration limit, BooleanSupplier wanted, Callable<T> work) {
        return gateway.callApart(this, what, limit, wanted, work);
    }

    /** The same for what a page of many plugins waits for, such as the state of a card: within a short limit. */
    public <T> T callApartBriefly(String what, Callable<T> work) {
        return callApart(what, gateway.cardLimit(), () -> true, work);
    }

    /** The newest call into the plugin that went wrong since it was started, and has not gone well since then. */
    public Optional<PluginFailure> lastFailure() {
        return calls.lastFailure();
    }

    /** How calls into the plugin went in the last sixty minutes. */
    public PluginHealth health() {
        return gateway.health(calls);
    }

    /** How many threads in calls into the plugin ignored that they were interrupted and are still busy. */
    public int abandonedCalls() {
        return calls.abandoned().count();
    }

    @Override
    public PluginCalls calls() {
        return calls;
    }

    PluginCode code() {
        return code;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    ClassLoader loader() {
        return plugin.getClass().getClassLoader();
    }

    @Override
    public String toString() {
        return id() + ":" + version();
    }
}
