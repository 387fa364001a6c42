package dev.portico.demo.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a running JVM about its memory, by the JDK's own {@code jcmd}. */
public final class JavaProcess {

    private static final Pattern METASPACE = Pattern.compile("Both:\\s+([0-9.]+) KB used");

    private final long pid;

    /** The JVM with that process id, of the same user. */
    public JavaProcess(long pid) {
        this.pid = pid;
    }

    /** How many instances of a class are alive, after a full collection. */
    public long liveInstances(String className) {
        // why: without -all the histogram counts live objects only, for which the JVM collects first
        return command("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    /** What all live objects take, in bytes, after a full collection. */
    public long liveBytes() {
        String[] total = command("GC.class_histogram")
                .lines()
                .reduce((before, last) -> last)
                .orElse("")
                .strip()
                .split("\\s+");
        if (total.length != 3 || !total[0].equals("Total")) {
            throw new IllegalStateException("There is no total in: " + String.join(" ", total));
        }
        return Long.parseLong(total[2]);
    }

    /** What the classes take, in kilobytes. */
    public long usedMetaspace() {
        String info = command("VM.metaspace", "basic", "scale=KB");
        Matcher matcher = METASPACE.matcher(info);
        if (!matcher.find()) {
            throw new IllegalStateException("There is no metaspace in: " + info);
        }
        return (long) Double.parseDouble(matcher.group(1));
    }

    /** Writes all live objects into a file that does not exist yet. */
    public HeapDump dump(Path file) {
        command("GC.heap_dump", file.toAbsolutePath().toString());
        return HeapDump.read(file);
    }

    private String command(String... words) {
        try {
            Path answer = Files.createTempFile("jcmd", ".txt");
            ProcessBuilder jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile());
            jcmd.command().addAll(List.of(words));
            int exit = jcmd.start().waitFor();
            String text = Files.readString(answer, StandardCharsets.UTF_8);
            Files.delete(answer);
            if (exit != 0) {
                throw new IllegalStateException("jcmd " + String.join(" ", words) + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
