package dev.portico.demo.bench;

import dev.portico.demo.DemoSettings;
import dev.portico.demo.ManagedProcess;
import dev.portico.demo.fixtures.PortalDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A portal in a process of its own, as it is installed: its jar, the plugin's jar, an embedded database. */
final class PortalUnderTest implements AutoCloseable {

    private final DemoSettings settings = DemoSettings.fromSystemProperties();
    private final Path folder;
    private final int port = freePort();
    private @Nullable ManagedProcess process;

    PortalUnderTest(Path folder) {
        this.folder = folder;
    }

    /** Starts it and waits; returns the seconds until it was ready. */
    double start(List<String> more) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--portico.data-folder=" + folder.resolve("data"),
                "--portico.plugins.install=" + settings.pluginJar(),
                "--portico.plugins.allow-unsigned=pax8",
                "--portico.exit-with-process=" + ProcessHandle.current().pid()));
        arguments.addAll(more);
        ManagedProcess portal = new ManagedProcess(
                "portal",
                settings.portalJar(),
                List.of("-Xmx1g"),
                arguments,
                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"),
                folder.resolve("portal.log"));
        long start = System.nanoTime();
        process = portal;
        portal.start();
        portal.awaitReady();
        return (System.nanoTime() - start) / 1e9;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Its database, as the superuser sees it. */
    PortalDatabase database() {
        return new PortalDatabase(folder.resolve("data"));
    }

    void stop() {
        if (process != null) {
            process.stop();
        }
    }

    @Override
    public void close() {
        stop();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
