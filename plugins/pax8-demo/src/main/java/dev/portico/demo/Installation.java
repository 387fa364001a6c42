package dev.portico.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The portal and the sandbox of a demo. */
public final class Installation {

    /** Has subscriptions of many vendors in the sandbox, so that client@example.com finds something to do. */
    private static final String CLIENT = "Northhill Wealth Management";

    private final DemoSettings settings;
    private final ManagedProcess sandbox;
    private final ManagedProcess portal;
    private volatile boolean stopping;

    /** Both, not started. */
    public Installation(DemoSettings settings) {
        this(settings, List.of(), List.of());
    }

    /** Both, not started, with further arguments and Java options for the portal. */
    public Installation(DemoSettings settings, List<String> portalArguments, List<String> portalJavaOptions) {
        this.settings = settings;
        this.sandbox = new ManagedProcess(
                "sandbox",
                settings.sandboxJar(),
                List.of("-Xmx512m"),
                List.of(
                        "--server.port=" + settings.sandboxPort(),
                        "--sandbox.size=" + settings.sandboxSize(),
                        // why: the portal keeps its connection over a restart, which the sandbox must still know
                        "--sandbox.state-directory=" + settings.dataFolder().resolve("sandbox"),
                        "--sandbox.redirect-uris=" + callback("localhost") + "," + callback("127.0.0.1"),
                        exitWithUs("sandbox")),
                URI.create("http://127.0.0.1:" + settings.sandboxPort() + "/"),
                settings.log("sandbox"));
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=demo",
                "--server.port=" + settings.portalPort(),
                "--portico.data-folder=" + settings.dataFolder(),
                "--portico.demo.client-company=" + CLIENT,
                "--portico.plugins.install=" + settings.pluginJar(),
                "--portico.plugins.allow-unsigned=pax8,example",
                setting("api-url", sandboxUrl()),
                setting("login-url", sandboxUrl()),
                setting("client-id", "portico-demo"),
                setting("client-secret", "portico-demo-secret"),
                exitWithUs("portico")));
        arguments.addAll(portalArguments);
        List<String> javaOptions = new ArrayList<>(List.of("-Xmx1g"));
        javaOptions.addAll(portalJavaOptions);
        this.portal = new ManagedProcess(
                "portal",
                settings.portalJar(),
                javaOptions,
                arguments,
                URI.create("http://127.0.0.1:" + settings.portalPort() + "/actuator/health/readiness"),
                settings.log("portal"));
    }

    private String callback(String host) {
        return "http://" + host + ":" + settings.portalPort() + "/oauth2/connected/pax8";
    }

    private String sandboxUrl() {
        return "http://localhost:" + settings.sandboxPort();
    }

    private static String setting(String name, String value) {
        return "--portico.plugins.settings.pax8." + name + "=" + value;
    }

    /** Should this process be killed, its children end by themselves. */
    private static String exitWithUs(String program) {
        return "--" + program + ".exit-with-process=" + ProcessHandle.current().pid();
    }

    /**
     * Starts both and waits until they serve.
     *
     * @throws StartFailed with what to do
     */
    public void start() throws InterruptedException {
        requireFree("sandbox", settings.sandboxPort(), "portico.demo.sandbox-port");
        requireFree("portal", settings.portalPort(), "portico.demo.port");
        sandbox.start();
        portal.start();
        sandbox.awaitReady();
        portal.awaitReady();
    }

    private static void requireFree(String name, int port, String property) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartFailed("Port " + port + " for the " + name + " is taken. End what uses it, or choose another"
                    + " one: ./mvnw -Pdemo -D" + property + "=" + (port + 100));
        }
    }

    /** Tells when one of them ends without having been stopped here. */
    public void onUnexpectedEnd(Consumer<String> listener) {
        for (ManagedProcess process : List.of(sandbox, portal)) {
            process.running().onExit().thenAccept(ended -> {
                if (!stopping) {
                    listener.accept(process.name());
                }
            });
        }
    }

    /** Stops both, the portal first. */
    public void stop() {
        stopping = true;
        portal.stop();
        sandbox.stop();
    }

    /** The portal's process. */
    public ManagedProcess portal() {
        return portal;
    }

    /** The sandbox's process. */
    public ManagedProcess sandbox() {
        return sandbox;
    }
}
