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

    /** That of this run; each benchmark adds to it and writes it again. */
    static final Report RUN = new Report(Machine.describe());

    private final String machine;
    private final List<String> starts = new ArrayList<>();
    private final List<String> syncs = new ArrayList<>();
    private final List<String> plugins = new ArrayList<>();
    private final List<String> memory = new ArrayList<>();

    private Report(String machine) {
        this.machine = machine;
    }

    void starts(String name, List<Double> seconds) {
        starts.add(line("| %s | %.1f s | %s |", name, median(seconds), each("%.1f", seconds)));
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
                each("%.1f", syncs.stream().map(Measured::seconds).toList()),
                each("%.1f", floors.stream().map(Measured::seconds).toList())));
    }

    /** Something that plugins do at run time and the floor under it, in seconds; medians are compared. */
    void plugin(String name, List<Double> seconds, List<Double> floors) {
        plugins.add(line(
                "| %s | %.3f s | %.3f s | %.3f s | %.3f s | %.1f | %s |",
                name,
                median(seconds),
                percentile95(seconds),
                median(floors),
                percentile95(floors),
                median(seconds) / median(floors),
                each("%.2f", seconds)));
    }

    /** What a loaded plugin takes: bytes of the heap, kilobytes of metaspace. */
    void memory(String name, List<Long> heap, List<Long> metaspace) {
        memory.add(line(
                "| %s | %.2f MB | %.2f MB | %s |",
                name,
                median(heap) / 1e6,
                median(metaspace) / 1e3,
                each("%.2f", heap.stream().map(it -> it / 1e6).toList()) + "; "
                        + each("%.2f", metaspace.stream().map(it -> it / 1e3).toList())));
    }

    /** Prints and keeps it. */
    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.addAll(List.of("# Benchmark", "", machine + ", at the end " + Machine.load()));
        section(lines, starts, "| to ready | median | each |");
        section(lines, syncs, "| first sync, size L | rows | rows/s | floor rows/s | ratio | seconds | floor seconds |");
        section(lines, plugins, "| plugins | median | 95 % | floor median | floor 95 % | ratio | each |");
        section(lines, memory, "| memory of a loaded plugin | heap | metaspace | each |");
        Path file = Path.of(System.getProperty("portico.bench.report"));
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        System.out.println(lines.stream().collect(Collectors.joining("\n", "\n", "\n")));
    }

    private static void section(List<String> lines, List<String> rows, String head) {
        if (!rows.isEmpty()) {
            lines.addAll(List.of("", head, head.replaceAll("[^|]+", "---")));
            lines.addAll(rows);
        }
    }

    private static double median(List<? extends Number> all) {
        return sorted(all).get(all.size() / 2);
    }

    private static double percentile95(List<Double> all) {
        return sorted(all).get((int) Math.ceil(all.size() * 0.95) - 1);
    }

    private static List<Double> sorted(List<? extends Number> all) {
        return all.stream().map(Number::doubleValue).sorted().toList();
    }

    private static String each(String format, List<Double> values) {
        return values.stream().map(it -> line(format, it)).collect(Collectors.joining(", "));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
