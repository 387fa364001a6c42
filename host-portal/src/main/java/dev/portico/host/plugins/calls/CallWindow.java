package dev.portico.host.plugins.calls;

import java.time.Duration;
import java.time.Instant;

/** The calls of the last sixty minutes, minute by minute. */
public final class CallWindow {

    private static final int MINUTES = 60;

    private final long[] minutes = new long[MINUTES];
    private final Totals[] totals = new Totals[MINUTES];

    /**
     * Sums.
     *
     * @param calls all that were made
     * @param errors those that failed or took too long
     * @param slowest time of the slowest
     */
    public record Totals(long calls, long errors, Duration slowest) {

        static final Totals NONE = new Totals(0, 0, Duration.ZERO);

        private Totals plus(Totals other) {
            return new Totals(
                    calls + other.calls,
                    errors + other.errors,
                    slowest.compareTo(other.slowest) >= 0 ? slowest : other.slowest);
        }
    }

    /** Counts a call that has just ended. */
    public synchronized void add(Instant now, Duration took, boolean error) {
        long minute = minute(now);
        int slot = (int) (minute % MINUTES);
        Totals before = minutes[slot] == minute && totals[slot] != null ? totals[slot] : Totals.NONE;
        minutes[slot] = minute;
        totals[slot] = before.plus(new Totals(1, error ? 1 : 0, took));
    }

    /** The sums of this minute and the fifty-nine before it. */
    public synchronized Totals totals(Instant now) {
        long newest = minute(now);
        Totals sum = Totals.NONE;
        for (int slot = 0; slot < MINUTES; slot++) {
            if (totals[slot] != null && minutes[slot] > newest - MINUTES && minutes[slot] <= newest) {
                sum = sum.plus(totals[slot]);
            }
        }
        return sum;
    }

    private static long minute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 60L);
    }
}
