package dev.portico.host.plugins;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.IntegrationRemoval;
import dev.portico.api.PluginProfile;
import dev.portico.api.screen.IntegrationCard;

/** Declarations of a plugin that only stands there to be called. */
final class TestPlugin implements IntegrationPlugin {

    @Override
    public PluginProfile profile() {
        return new PluginProfile("Test", "T", "category", "summary", "");
    }

    @Override
    public Class<?> configuration() {
        return TestPlugin.class;
    }

    @Override
    public Class<? extends IntegrationCard> card() {
        return IntegrationCard.class;
    }

    @Override
    public Class<? extends IntegrationRemoval> removal() {
        return IntegrationRemoval.class;
    }
}
