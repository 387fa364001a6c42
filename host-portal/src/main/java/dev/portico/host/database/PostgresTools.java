package dev.portico.host.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of PostgreSQL as the right user and keeps what they print. */
final class PostgresTools {

    private static final Path ROOT = Path.of("/");

    private final Path bin;
    private final RunAs runAs;
    private final DatabaseFolder folder;

    PostgresTools(Path binaries, RunAs runAs, DatabaseFolder folder) {
        this.bin = binaries.resolve("bin");
        this.runAs = runAs;
        this.folder = folder;
    }

    /** Runs one program; true if it succeeded in time. */
    boolean run(Duration timeout, String tool, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(bin.resolve(tool).toString());
        command.addAll(arguments);
        return execute(timeout, tool, runAs.command(command));
    }

    /** Whether the user as whom PostgreSQL runs may enter a folder. */
    boolean mayEnter(Path path) {
        return execute(Duration.ofSeconds(10), "test", runAs.command(List.of("test", "-x", path.toString())));
    }

    /** What the last program printed. */
    String output() throws IOException {
        return Files.readString(folder.toolLog(), StandardCharsets.UTF_8).strip();
    }

    private boolean execute(Duration timeout, String name, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                // why a file: the server inherits the output of the program that starts it, and a pipe would end with us
                .redirectOutput(folder.toolLog().toFile());
        builder.environment().put("LC_ALL", "C");
        try {
            DatabaseFolder.makePrivate(folder.toolLog());
            Process process = builder.start();
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            throw DatabaseStartException.failed(name, String.valueOf(e.getMessage()), folder.toolLog(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseStartException.failed(name, "The start was interrupted.", folder.toolLog(), e);
        }
    }
}
