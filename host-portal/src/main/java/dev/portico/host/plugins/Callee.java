package dev.portico.host.plugins;

/** Plugin code that is called through the {@link PluginGateway}: a running plugin, or one that is only looked at. */
interface Callee {

    String id();

    String version();

    ClassLoader loader();

    /** A call went wrong. */
    void failed(PluginFailure failure);

    /** A call went well. */
    void wentWell(String what);
}
