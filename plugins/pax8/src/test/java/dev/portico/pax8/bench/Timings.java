package dev.portico.pax8.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long kinds of work take, each beside a floor that is measured in turn with it, so that both meet the same load. */
public final class Timings {

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Runnable floor;

    public Timings(Runnable floor) {
        this.floor = floor;
    }

    /** Measures one piece of work of a kind, and then the floor. */
    public void measure(String kind, Runnable work) {
        Kind timings = kinds.computeIfAbsent(kind, name -> new Kind(new ArrayList<>(), new ArrayList<>()));
        timings.work().add(milliseconds(work));
        timings.floor().add(milliseconds(floor));
    }

    /** Forgets what was measured so far, which was the warm-up. */
    public void forget() {
        kinds.clear();
    }

    /** Prints and keeps a table. */
    public void write(String title, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# " + title,
                "",
                line("%d cores, JDK %s, load at the end %.1f", Runtime.getRuntime().availableProcessors(), Runtime.version(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                "",
                "| what | times | median ms | 95 % ms | max ms | floor median ms | floor 95 % ms | ratio of medians |",
                "|---|---|---|---|---|---|---|---|"));
        kinds.forEach((name, kind) -> lines.add(line(
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |",
                name,
                kind.work().size(),
                at(kind.work(), 0.5),
                at(kind.work(), 0.95),
                at(kind.work(), 1),
                at(kind.floor(), 0.5),
                at(kind.floor(), 0.95),
                at(kind.work(), 0.5) / at(kind.floor(), 0.5))));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
        System.out.println(String.join("\n", lines));
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(List<Double> all, double share) {
        return all.stream().sorted().toList().get(Math.max(0, (int) Math.ceil(all.size() * share) - 1));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private record Kind(List<Double> work, List<Double> floor) {}
}
