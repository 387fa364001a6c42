package dev.portico.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures as a small table, on the screen and in a file. */
final class Report {

    private final String machine;
    private final Map<String, List<Double>> starts = new LinkedHashMap<>();
    private final Map<String, List<Measured>> syncs = new LinkedHashMap<>();

    private List<Measured> floors = List.of();

    Report(String machine) {
        this.machine = machine;
    }

    void starts(String name, List<Double> seconds) {
        starts.put(name, List.copyOf(seconds));
    }

    /** What the syncs are compared with. */
    void floor(List<Measured> measured) {
        floors = List.copyOf(measured);
    }

    void syncs(String name, List<Measured> measured) {
        syncs.put(name, List.copyOf(measured));
    }

    /** Prints and keeps it. */
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("# Benchmark", "", machine + ", at the end " + Machine.load(), ""));
        lines.add("| to ready | median | each |");
        lines.add("|---|---|---|");
        starts.forEach((name, seconds) ->
                lines.add(line("| %s | %.1f s | %s |", name, median(seconds), each(seconds))));
        if (!floors.isEmpty()) {
            lines.addAll(comparison(Measured.median(floors)));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        System.out.println(lines.stream().collect(Collectors.joining("\n", "\n", "\n")));
    }

    private List<String> comparison(Measured floor) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.add(line("| size L, %d rows | rows per second | of the floor | seconds |", floor.rows()));
        lines.add("|---|---|---|---|");
        lines.add(line("| Floor: fetch, parse, COPY | %.0f | 1 | %s |", floor.rowsPerSecond(), eachOf(floors)));
        syncs.forEach((name, measured) -> {
            Measured sync = Measured.median(measured);
            double ratio = floor.seconds() / sync.seconds();
            lines.add(line("| %s | %.0f | %.2f | %s |", name, sync.rowsPerSecond(), ratio, eachOf(measured)));
        });
        return lines;
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private static String eachOf(List<Measured> measured) {
        return each(measured.stream().map(Measured::seconds).toList());
    }

    private static String each(List<Double> seconds) {
        return seconds.stream().map(it -> line("%.1f", it)).collect(Collectors.joining(", "));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
