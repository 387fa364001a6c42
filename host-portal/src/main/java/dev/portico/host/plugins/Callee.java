package dev.portico.host.plugins;

/** Plugin code that is called through the {@link PluginGateway}: a running plugin, or one that is only looked at. */
interface Callee {

    /** What is remembered of the calls into it. */
    PluginCalls calls();
}
