package dev.portico.host.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the PostgreSQL server, and clears away what a crash left. */
final class Server {

    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int ATTEMPTS = 20;
    private static final long LARGE_LOG_BYTES = 10_000_000;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    private final DatabaseFolder folder;
    private final DatabaseSettings settings;
    private final PostgresTools tools;
    private final RunAs runAs;
    private final PostmasterFile postmaster;

    Server(DatabaseFolder folder, DatabaseSettings settings, PostgresTools tools, RunAs runAs) {
        this.folder = folder;
        this.settings = settings;
        this.tools = tools;
        this.runAs = runAs;
        this.postmaster = new PostmasterFile(folder.cluster());
    }

    /** Starts the server and gives its port. */
    int start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            clearLeftovers();
            int port = settings.port() == 0 ? freePort() : settings.port();
            if (settings.port() != 0 && isTaken(port)) {
                throw DatabaseStartException.portTaken(port);
            }
            Optional<String> failure = tryStart(port);
            if (failure.isEmpty()) {
                return port;
            }
            if (attempt == ATTEMPTS || !passes(failure.get())) {
                throw explain(failure.get(), port);
            }
            pause();
        }
    }

    /** Stops the server; connections that are still open are cut. */
    void stop() {
        String seconds = Long.toString(settings.stopTimeout().toSeconds());
        for (String mode : List.of("fast", "immediate")) {
            boolean stopped = tools.run(
                    settings.stopTimeout().plusSeconds(5),
                    "pg_ctl",
                    List.of("-D", folder.cluster().toString(), "stop", "-m", mode, "-w", "-t", seconds));
            if (stopped) {
                return;
            }
            log.warn("The embedded database did not stop in mode {}; see {}", mode, folder.toolLog());
        }
    }

    private void clearLeftovers() throws IOException {
        Optional<Long> orphan = postmaster.runningServer();
        if (orphan.isPresent()) {
            log.info("Stopping PostgreSQL (process {}) that an earlier start left running", orphan.get());
            stop();
            if (postmaster.runningServer().isPresent()) {
                throw DatabaseStartException.orphanStays(folder.cluster(), orphan.get());
            }
        }
        if (postmaster.misleads()) {
            log.info("Removing the postmaster.pid that a crashed PostgreSQL left");
            for (int waited = 0; postmaster.hasHelpers() && waited < ATTEMPTS; waited++) {
                pause();
            }
            postmaster.delete();
        }
    }

    private Optional<String> tryStart(int port) throws IOException {
        prepareLog();
        long logged = Files.size(folder.serverLog());
        boolean started = tools.run(
                settings.startTimeout().plusSeconds(5),
                "pg_ctl",
                List.of(
                        "-D", folder.cluster().toString(),
                        "-l", folder.serverLog().toString(),
                        "-o", options(port),
                        "-w",
                        "-t", Long.toString(settings.startTimeout().toSeconds()),
                        "start"));
        return started ? Optional.empty() : Optional.of(tools.output() + "\n" + logSince(logged));
    }

    /** why private: PostgreSQL writes statements that failed into its log, with the data in them. */
    private void prepareLog() throws IOException {
        Path file = folder.serverLog();
        if (Files.exists(file) && Files.size(file) > LARGE_LOG_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        DatabaseFolder.makePrivate(file);
        runAs.own(file);
    }

    /** why quotes: pg_ctl hands these options to a shell. */
    private String options(int port) {
        String parameters = settings.parameters().entrySet().stream()
                .map(each -> " -c " + quoted(each.getKey() + "=" + each.getValue()))
                .collect(Collectors.joining());
        return "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=50"
                + " -c timezone=UTC -c log_timezone=UTC" + parameters;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private String logSince(long position) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.serverLog().toFile(), "r")) {
            byte[] added = new byte[(int) Math.min(file.length() - position, 8_000)];
            file.seek(file.length() - added.length);
            file.readFully(added);
            return new String(added, StandardCharsets.UTF_8).strip();
        }
    }

    /** Whether trying again may help: a killed server's helpers live a moment longer, a free port may be lost to others. */
    private boolean passes(String failure) {
        return failure.contains("pre-existing shared memory block")
                || failure.contains("lock file \"postmaster.pid\" already exists")
                || (settings.port() == 0 && failure.contains("Address already in use"));
    }

    private DatabaseStartException explain(String failure, int port) throws IOException {
        if (failure.contains("Address already in use")) {
            return DatabaseStartException.portTaken(port);
        }
        if (failure.contains("No space left on device")) {
            return DatabaseStartException.noSpace(folder.root(), null);
        }
        if (postmaster.runningServer().isPresent()) {
            stop();
            return DatabaseStartException.slow(
                    folder.serverLog(), settings.startTimeout().toSeconds());
        }
        return DatabaseStartException.failed("pg_ctl start", failure, folder.serverLog(), null);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseStartException.failed("start", "The start was interrupted.", folder.serverLog(), e);
        }
    }
}
