package dev.portico.host.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file in which a running PostgreSQL notes its process. After a crash it stays behind, and its number may meanwhile
 * belong to a stranger: PostgreSQL's own tools would then refuse to start, or send the stranger a signal.
 */
final class PostmasterFile {

    private final Path cluster;
    private final Path file;

    PostmasterFile(Path cluster) {
        this.cluster = cluster;
        this.file = cluster.resolve("postmaster.pid");
    }

    /** The process of a PostgreSQL that really runs on this cluster. */
    Optional<Long> runningServer() throws IOException {
        return notedProcess().filter(this::isServer);
    }

    /** Whether the file is damaged or names a process that lives but is not our server. */
    boolean misleads() throws IOException {
        return Files.exists(file)
                && notedProcess()
                        .map(pid -> Files.exists(processFolder(pid)) && !isServer(pid))
                        .orElse(true);
    }

    /** Whether helpers of a killed server still work on this cluster; they end by themselves within moments. */
    boolean hasHelpers() {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid).anyMatch(this::isServer);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private Optional<Long> notedProcess() throws IOException {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private boolean isServer(long pid) {
        Path process = processFolder(pid);
        try {
            return isPostgres(process) && worksIn(process);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path processFolder(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    private static boolean isPostgres(Path process) throws IOException {
        return Files.readString(process.resolve("comm"), StandardCharsets.UTF_8).strip().equals("postgres");
    }

    /** why: it may be the PostgreSQL of another portal, which works in another folder. */
    private boolean worksIn(Path process) throws IOException {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster.toRealPath());
        } catch (AccessDeniedException otherUser) {
            return List.of(Files.readString(process.resolve("cmdline"), StandardCharsets.UTF_8).split("\0"))
                    .contains(cluster.toString());
        }
    }
}
