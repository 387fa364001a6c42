package dev.portico.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The demo: everything on this machine, in the foreground, until Ctrl-C. */
public final class Demo {

    private Demo() {}

    /** Starts the sandbox and the portal, prints where they are, and waits. */
    public static void main(String[] args) throws InterruptedException, IOException {
        DemoSettings settings = DemoSettings.fromSystemProperties();
        Installation installation = new Installation(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        // why: Ctrl-C reaches the children too; the hook waits for them, so that nothing is left when this one ends
        Runtime.getRuntime().addShutdownHook(new Thread(installation::stop, "demo-stop"));
        System.out.println("Portico demo: starting; the first start takes some seconds longer. Data and logs: "
                + settings.dataFolder());
        try {
            installation.start();
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.out.print(welcome(settings));
        installation.onUnexpectedEnd(name -> {
            System.err.println("The " + name + " has ended by itself; its log is " + settings.log(name));
            stopped.countDown();
        });
        stopped.await();
        System.exit(1);
    }

    private static String welcome(DemoSettings settings) {
        return String.join(
                System.lineSeparator(),
                List.of(
                        "",
                        "  Portal        http://localhost:" + settings.portalPort(),
                        "    admin       admin@example.com    portico-demo   (Primary Admin)",
                        "    staff       staff@example.com    portico-demo   (without manage_licensing)",
                        "    client      client@example.com   portico-demo   (user of a client company)",
                        "  Pax8 sandbox  http://localhost:" + settings.sandboxPort(),
                        "    partner     partner@example.com  portico-demo   (when you connect Pax8)",
                        "    API         portico-demo / portico-demo-secret",
                        "",
                        "  Begin at Settings > Integrations. A plugin to upload at Settings > Plugins:",
                        "    " + settings.exampleJar(),
                        "  Ctrl-C ends all of it; the data stays.",
                        "",
                        ""));
    }
}
