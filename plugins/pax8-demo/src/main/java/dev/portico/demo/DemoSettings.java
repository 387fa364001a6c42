package dev.portico.demo;

import java.nio.file.Path;

/**
 * Settings of the demo, from system properties.
 *
 * @param portalJar the portal, {@code portico.demo.portal-jar}
 * @param sandboxJar the sandbox, {@code portico.demo.sandbox-jar}
 * @param pluginJar the Pax8 plugin, {@code portico.demo.plugin-jar}
 * @param exampleJar the example plugin, which waits to be uploaded, {@code portico.demo.example-jar}
 * @param portalPort {@code portico.demo.port}, 8080
 * @param sandboxPort {@code portico.demo.sandbox-port}, 8089
 * @param dataFolder {@code portico.demo.data-folder}
 * @param sandboxSize S, M, L or XL, {@code portico.demo.size}
 */
public record DemoSettings(
        Path portalJar,
        Path sandboxJar,
        Path pluginJar,
        Path exampleJar,
        int portalPort,
        int sandboxPort,
        Path dataFolder,
        String sandboxSize) {

    /** Reads the settings. */
    public static DemoSettings fromSystemProperties() {
        return new DemoSettings(
                path("portal-jar"),
                path("sandbox-jar"),
                path("plugin-jar"),
                path("example-jar"),
                Integer.getInteger("portico.demo.port", 8080),
                Integer.getInteger("portico.demo.sandbox-port", 8089),
                Path.of(System.getProperty("portico.demo.data-folder", "data/demo"))
                        .toAbsolutePath()
                        .normalize(),
                System.getProperty("portico.demo.size", "M"));
    }

    private static Path path(String name) {
        String value = System.getProperty("portico.demo." + name);
        if (value == null) {
            throw new StartFailed("The system property portico.demo." + name + " is missing; the build sets it");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }

    /** The log file of one of the processes. */
    public Path log(String name) {
        return dataFolder.resolve(name + ".log");
    }
}
