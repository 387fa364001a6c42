package dev.portico.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures as small tables, on the screen and in a file. */
final class Report {

    private final String machine;
    private final List<String> starts = new ArrayList<>();
    private final List<String> syncs = new ArrayList<>();

    Report(String machine) {
        this.machine = machine;
    }

    void starts(String name, List<Double> seconds) {
        double median = seconds.stream().sorted().toList().get(seconds.size() / 2);
        starts.add(line("| %s | %.1f s | %s |", name, median, each(seconds)));
    }

    /** A sync and the floor under it; medians are compared. */
    void sync(String name, List<Measured> syncs, List<Measured> floors) {
        Measured sync = Measured.median(syncs);
        Measured floor = Measured.median(floors);
        this.syncs.add(line(
                "| %s | %d | %.0f | %.0f | %.2f | %s | %s |",
                name,
                sync.rows(),
                sync.rowsPerSecond(),
                floor.rowsPerSecond(),
                sync.rowsPerSecond() / floor.rowsPerSecond(),
                each(syncs.stream().map(Measured::seconds).toList()),
                each(floors.stream().map(Measured::seconds).toList())));
    }

    /** Prints and keeps it. */
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.addAll(List.of("# Benchmark", "", machine + ", at the end " + Machine.load(), ""));
        lines.addAll(List.of("| to ready | median | each |", "|---|---|---|"));
        lines.addAll(starts);
        lines.addAll(List.of(
                "",
                "| first sync, size L | rows | rows/s | floor rows/s | ratio | seconds | floor seconds |",
                "|---|---|---|---|---|---|---|"));
        lines.addAll(syncs);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        System.out.println(lines.stream().collect(Collectors.joining("\n", "\n", "\n")));
    }

    private static String each(List<Double> seconds) {
        return seconds.stream().map(it -> line("%.1f", it)).collect(Collectors.joining(", "));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
