package dev.portico.host.plugins;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Whether a plugin that is being started shall still run; looks into the database every half second at most. */
final class StillWanted implements BooleanSupplier {

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final PluginStore store;
    private final String id;
    private long looked = System.nanoTime();
    private boolean wanted = true;

    StillWanted(PluginStore store, String id) {
        this.store = store;
        this.id = id;
    }

    @Override
    public boolean getAsBoolean() {
        if (wanted && System.nanoTime() - looked >= LOOK_EVERY) {
            looked = System.nanoTime();
            wanted = store.find(id).map(InstalledPlugin::wanted).filter(it -> it == Wanted.ENABLED).isPresent();
        }
        return wanted;
    }
}
