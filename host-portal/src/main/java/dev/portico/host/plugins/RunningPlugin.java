package dev.portico.host.plugins;

import dev.portico.api.IntegrationPlugin;
import dev.portico.host.texts.Texts;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ConfigurableApplicationContext;

/** A plugin that is loaded and started on this node. */
public final class RunningPlugin implements Callee {

    private final PluginCode code;
    private final IntegrationPlugin plugin;
    private final ConfigurableApplicationContext context;
    private final PluginGateway gateway;
    private final Duration callLimit;
    private final Texts texts;
    private final Map<String, PluginFailure> failures = new ConcurrentHashMap<>();

    RunningPlugin(
            PluginCode code,
            IntegrationPlugin plugin,
            ConfigurableApplicationContext context,
            PluginGateway gateway,
            Duration callLimit) {
        this.code = code;
        this.plugin = plugin;
        this.context = context;
        this.gateway = gateway;
        this.callLimit = callLimit;
        this.texts = Texts.ofPlugin(plugin.getClass().getClassLoader());
    }

    /** Unique id. */
    @Override
    public String id() {
        return code.id();
    }

    /** Version of the running code. */
    @Override
    public String version() {
        return code.version();
    }

    /** What the plugin says about itself; call it inside {@link #call}. */
    public IntegrationPlugin declarations() {
        return plugin;
    }

    /** A text of the plugin in the user's language. */
    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
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

    /** The newest call into the plugin that went wrong since it was started, and has not gone well since then. */
    public Optional<PluginFailure> lastFailure() {
        return failures.values().stream().max(Comparator.comparing(PluginFailure::at));
    }

    @Override
    public void failed(PluginFailure failure) {
        failures.put(failure.what(), failure);
    }

    @Override
    public void wentWell(String what) {
        failures.remove(what);
    }

    PluginCode code() {
        return code;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public ClassLoader loader() {
        return plugin.getClass().getClassLoader();
    }

    @Override
    public String toString() {
        return id() + ":" + version();
    }
}
