package dev.portico.host.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A portal with nothing but its database, in a process of its own that can be killed. */
final class PortalProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private PortalProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What runs in the other process. */
    @Import(EmbeddedDatabaseConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static final class Application {

        /** Starts, says where its database is, and stays until it is ended. */
        public static void main(String[] arguments) throws Exception {
            try (var context = new SpringApplicationBuilder(Application.class)
                    .web(WebApplicationType.NONE)
                    .properties("spring.main.banner-mode=off", "logging.level.root=info")
                    .run(arguments)) {
                EmbeddedDatabase database = context.getBean(EmbeddedDatabase.class);
                // why: a pool with open connections is what a stop meets in life
                context.getBean(DataSource.class).getConnection().close();
                System.out.println("READY " + database.port() + " " + database.password());
                Thread.sleep(Duration.ofMinutes(5));
            }
        }
    }

    static PortalProcess start(Path dataFolder, String... prefix) throws IOException {
        return start(dataFolder, List.of(prefix), List.of());
    }

    static PortalProcess start(Path dataFolder, List<String> prefix, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "--spring.config.location=optional:file:none",
                "--portico.data-folder=" + dataFolder,
                "--portico.database.binaries-folder=" + TestDatabase.sharedBinaries(),
                "--portico.database.first-start-space=1MB"));
        command.addAll(settings);
        Path output = Files.createTempFile(dataFolder.getParent(), "portal", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new PortalProcess(process, output);
    }

    /** Waits until the portal runs; its database's port and password. */
    String[] awaitReady() throws IOException, InterruptedException {
        while (true) {
            boolean ended = !process.isAlive();
            try (BufferedReader lines = Files.newBufferedReader(output)) {
                var ready = lines.lines().filter(line -> line.startsWith("READY ")).findFirst();
                if (ready.isPresent()) {
                    return ready.get().substring("READY ".length()).split(" ");
                }
            }
            if (ended) {
                throw new IllegalStateException("The portal did not start:\n" + Files.readString(output));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits for the end; what was printed. */
    String awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The portal still runs:\n" + Files.readString(output));
        }
        return Files.readString(output);
    }

    int exitCode() {
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** Like kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Like Ctrl-C or a service manager's stop. */
    void terminate() {
        process.destroy();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
