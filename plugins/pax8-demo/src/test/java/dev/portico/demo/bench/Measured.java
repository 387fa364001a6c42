package dev.portico.demo.bench;

import java.util.Comparator;
import java.util.List;

/** So many rows in so many seconds. */
record Measured(long rows, double seconds) {

    double rowsPerSecond() {
        return rows / seconds;
    }

    static Measured median(List<Measured> all) {
        return all.stream().sorted(Comparator.comparingDouble(Measured::seconds)).toList().get(all.size() / 2);
    }
}
