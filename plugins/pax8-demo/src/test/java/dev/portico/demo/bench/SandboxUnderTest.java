package dev.portico.demo.bench;

import dev.portico.demo.DemoSettings;
import dev.portico.demo.ManagedProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sandbox of size L in a process of its own. */
final class SandboxUnderTest implements AutoCloseable {

    private final DemoSettings settings = DemoSettings.fromSystemProperties();
    private final Path folder;
    private final int port = PortalUnderTest.freePort();
    private @Nullable ManagedProcess process;

    SandboxUnderTest(Path folder) {
        this.folder = folder;
    }

    /** Starts it for those portals and waits until it answers. */
    void start(PortalUnderTest... portals) throws InterruptedException {
        ManagedProcess sandbox = new ManagedProcess(
                "sandbox",
                settings.sandboxJar(),
                List.of("-Xmx512m"),
                List.of(
                        "--server.port=" + port,
                        "--sandbox.size=L",
                        "--sandbox.state-directory=" + folder.resolve("sandbox"),
                        "--sandbox.redirect-uris=" + callbacks(portals),
                        "--sandbox.exit-with-process=" + ProcessHandle.current().pid()),
                URI.create("http://127.0.0.1:" + port + "/"),
                folder.resolve("sandbox.log"));
        process = sandbox;
        sandbox.start();
        sandbox.awaitReady();
    }

    private static String callbacks(PortalUnderTest... portals) {
        return Stream.of(portals).map(it -> it.url() + "/oauth2/connected/pax8").collect(Collectors.joining(","));
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** What lets a portal with the demo's users connect to it. */
    List<String> portalSettings() {
        return List.of(
                "--spring.profiles.active=demo",
                "--portico.plugins.settings.pax8.api-url=" + url(),
                "--portico.plugins.settings.pax8.login-url=" + url(),
                "--portico.plugins.settings.pax8.client-id=portico-demo",
                "--portico.plugins.settings.pax8.client-secret=portico-demo-secret");
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
    }
}
