package dev.portico.example;

import dev.portico.api.kit.PluginContract;

/** What the plugin declares is complete and fits the portal. */
class ExampleContractTest extends PluginContract {

    ExampleContractTest() {
        super(new ExamplePlugin());
    }
}
