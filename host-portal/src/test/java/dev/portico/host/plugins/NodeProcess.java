package dev.portico.host.plugins;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import dev.portico.host.Portal;
import dev.portico.host.database.TestDatabase;
import dev.portico.host.plugins.packages.SigningKeys;
import dev.portico.host.security.Acting;
import jakarta.servlet.ServletContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A whole portal in a process of its own, that does what it is told and can be killed at any step of a plugin's life. */
final class NodeProcess implements AutoCloseable {

    private static final String ANSWER = "ANSWER ";

    private final Process process;
    private final Path output;
    private final Writer commands;
    private int answers;

    private NodeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Where a node kills itself. */
    record Death(String plugin, LifeCycleStep step) {

        String setting() {
            return plugin + ":" + step;
        }
    }

    /** What runs in the other process. */
    static final class Application {

        private final Map<String, LifeCycleStep> deaths = new ConcurrentHashMap<>();
        private final PrintStream out = System.out;

        public static void main(String[] arguments) throws Exception {
            new Application().run(arguments);
        }

        private void run(String[] arguments) throws Exception {
            for (String argument : arguments) {
                if (argument.startsWith("--death=")) {
                    arm(argument.substring("--death=".length()));
                }
            }
            var portal = new SpringApplicationBuilder(Portal.class)
                    .initializers(context -> {
                        GenericApplicationContext beans = (GenericApplicationContext) context;
                        beans.registerBean(LifeCycleObserver.class, () -> this::reached);
                        beans.registerBean(LazyInitializationExcludeFilter.class,
                                () -> LazyInitializationExcludeFilter.forBeanTypes(PluginLifecycle.class));
                    })
                    .lazyInitialization(true) // why: a test starts many, and most of a portal is not asked for here
                    .run(arguments);
            answer("ready");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String command = line;
                    answer(Acting.asSystem(() -> obey(portal, command.split(" "))));
                }
            }
            portal.close();
            System.exit(0);
        }

        private void answer(String text) {
            out.println(ANSWER + text);
            out.flush();
        }

        private void arm(String death) {
            String[] parts = death.split(":");
            deaths.put(parts[0], LifeCycleStep.valueOf(parts[1]));
        }

        private void reached(String pluginId, LifeCycleStep step) {
            if (deaths.get(pluginId) == step) {
                try {
                    new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
                            .start()
                            .waitFor();
                    TimeUnit.MINUTES.sleep(1);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        private String obey(ConfigurableApplicationContext portal, String[] command) {
            PluginAdministration administration = portal.getBean(PluginAdministration.class);
            try {
                switch (command[0]) {
                    case "death" -> arm(command[1]);
                    case "install" -> administration.install(administration.look(Files.readAllBytes(Path.of(command[1]))));
                    case "enable" -> administration.setEnabled(command[1], true);
                    case "disable" -> administration.setEnabled(command[1], false);
                    case "remove" -> administration.remove(command[1], command[2].equals("data"));
                    case "route" -> {
                        var registry = ApplicationRouteRegistry.getInstance(
                                new VaadinServletContext(portal.getBean(ServletContext.class)));
                        return Boolean.toString(
                                RouteConfiguration.forRegistry(registry).isPathAvailable(command[1]));
                    }
                    default -> throw new IllegalArgumentException(command[0]);
                }
                return "done";
            } catch (Exception e) {
                return "failed: " + e;
            }
        }
    }

    /** Starts a node; the same folder makes it the same node. */
    static NodeProcess start(TestDatabase database, Path folder, List<Death> deaths) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolveSibling("tmp")), // why: it is killed
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "--server.port=0",
                "--vaadin.productionMode=true",
                "--server.shutdown=immediate",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.maximum-pool-size=6",
                "--portico.data-folder=" + folder,
                "--portico.vault.keyset-file=" + folder.resolveSibling("keyset"),
                "--portico.plugins.trusted-keys.test=" + SigningKeys.TRUSTED.publicText(),
                "--portico.plugins.reconcile-every=1s",
                "--portico.plugins.start-limit=20s",
                "--jobrunr.background-job-server.enabled=false"));
        deaths.forEach(death -> command.add("--death=" + death.setting()));
        Path output = Files.createTempFile(folder.getParent(), "node", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new NodeProcess(process, output);
    }

    /** Waits until the portal runs; no, if it died on the way. */
    boolean awaitReady() throws IOException, InterruptedException {
        return next() != null;
    }

    /** Tells the node to do something; what it answers, or null if it died of it. */
    String tell(String... command) throws IOException, InterruptedException {
        try {
            commands.write(String.join(" ", command) + "\n");
            commands.flush();
        } catch (IOException died) {
            return null;
        }
        return next();
    }

    private String next() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (System.nanoTime() < deadline) {
            boolean ended = !process.isAlive();
            List<String> found = Files.readAllLines(output).stream()
                    .filter(line -> line.startsWith(ANSWER))
                    .toList();
            if (found.size() > answers) {
                return found.get(answers++).substring(ANSWER.length());
            }
            if (ended) {
                return null;
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("No answer:\n" + printed());
    }

    /** Waits until the node has killed itself. */
    void awaitDeath() throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The node is alive:\n" + printed());
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    String printed() throws IOException {
        return Files.readString(output);
    }

    /** Like kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
