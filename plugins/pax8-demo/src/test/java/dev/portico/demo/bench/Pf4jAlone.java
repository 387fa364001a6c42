package dev.portico.demo.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginManager;

/** What PF4J takes to load, start and unload a jar, with nothing of the portal around it. */
final class Pf4jAlone {

    private Pf4jAlone() {}

    /** Seconds of each of so many rounds: load, start, make the extension, stop, unload. */
    static List<Double> cycles(Path jar, int rounds) {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            PluginManager plugins = new DefaultPluginManager(jar.getParent());
            long start = System.nanoTime();
            String id = plugins.loadPlugin(jar);
            plugins.startPlugin(id);
            if (plugins.getExtensions(id).size() != 1) {
                throw new IllegalStateException("There is no extension in " + jar);
            }
            plugins.stopPlugin(id);
            plugins.unloadPlugin(id);
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return seconds;
    }
}
