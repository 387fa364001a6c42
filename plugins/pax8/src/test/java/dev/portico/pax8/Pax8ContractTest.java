package dev.portico.pax8;

import dev.portico.api.PluginSettings;
import dev.portico.api.kit.PluginContract;
import java.util.Map;
import java.util.Optional;

/** What the plugin declares is complete and fits the portal, also with an OAuth client. */
class Pax8ContractTest extends PluginContract {

    Pax8ContractTest() {
        super(new Pax8Plugin());
    }

    @Override
    protected PluginSettings settings() {
        Map<String, String> settings = Map.of("client-id", "an id", "client-secret", "a secret");
        return name -> Optional.ofNullable(settings.get(name));
    }
}
