package dev.portico.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Java program in a process of its own, writing to a log file. */
public final class ManagedProcess {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(45);
    private static final int LINES_OF_A_FAILURE = 40;

    private final String name;
    private final Path jar;
    private final List<String> javaOptions;
    private final List<String> arguments;
    private final URI ready;
    private final Path log;
    private @Nullable Process process;

    /**
     * A program.
     *
     * @param name for messages
     * @param ready answers 200 when the program serves
     */
    public ManagedProcess(
            String name, Path jar, List<String> javaOptions, List<String> arguments, URI ready, Path log) {
        this.name = name;
        this.jar = jar;
        this.javaOptions = javaOptions;
        this.arguments = arguments;
        this.ready = ready;
        this.log = log;
    }

    /** Starts it without waiting. */
    public void start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        try {
            Files.createDirectories(log.getParent());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The " + name + " cannot be started", e);
        }
    }

    /**
     * Waits until it serves.
     *
     * @throws StartFailed if it ends before, with the end of its log
     */
    public void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http)) {
                if (!running().isAlive()) {
                    throw new StartFailed("The " + name + " did not start:\n" + endOfLog());
                }
                if (System.nanoTime() > deadline) {
                    throw new StartFailed("The " + name + " was not ready in time; its log is " + log);
                }
                Thread.sleep(100);
            }
        }
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // why: nobody listens yet
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size()));
        } catch (IOException e) {
            return "(its log " + log + " cannot be read)";
        }
    }

    /** Asks it to end and waits; ends it by force if it does not. */
    public void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once, as kill -9 does. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** The process. */
    public Process running() {
        if (process == null) {
            throw new IllegalStateException("The " + name + " was not started");
        }
        return process;
    }

    /** For messages. */
    public String name() {
        return name;
    }

    /** Where it writes. */
    public Path log() {
        return log;
    }
}
