package dev.portico.host.plugins;

import dev.portico.host.texts.Texts;

/** Another change of the plugin is under way; it can be tried again when that one has ended. The message is for people. */
public class PluginBusy extends RuntimeException {

    PluginBusy(String id) {
        super(Texts.of("plugins").text("busy", id));
    }
}
