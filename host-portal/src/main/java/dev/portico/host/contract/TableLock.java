package dev.portico.host.contract;

/** The advisory lock of whoever makes, changes or deletes the tables of a plugin. */
final class TableLock {

    private TableLock() {}

    static String name(String pluginId) {
        return "portico.plugin.tables." + pluginId;
    }
}
