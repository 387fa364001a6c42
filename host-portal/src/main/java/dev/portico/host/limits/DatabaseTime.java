package dev.portico.host.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's clock, so that portals whose own clocks differ still share one budget. It is asked once a minute;
 * between two questions Java's steady clock counts on.
 */
final class DatabaseTime implements TimeMeter {

    private static final long ASK_AGAIN_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long NANOS_PER_MICRO = 1_000;

    private final JdbcClient jdbc;
    private volatile Reading reading;

    DatabaseTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.reading = read();
    }

    private record Reading(long databaseNanos, long steadyNanos) {

        boolean isOld() {
            return System.nanoTime() - steadyNanos > ASK_AGAIN_NANOS;
        }
    }

    /**
     * Asks the database if it was not asked for a minute. why not in {@link #currentTimeNanos()}: that is called by
     * holders of a connection, and if all of them needed a second one, none would get it.
     */
    synchronized void refresh() {
        if (reading.isOld()) {
            reading = read();
        }
    }

    @Override
    public long currentTimeNanos() {
        Reading current = reading;
        return current.databaseNanos() + System.nanoTime() - current.steadyNanos();
    }

    private Reading read() {
        long micros = jdbc.sql("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
                .query(Long.class)
                .single();
        return new Reading(micros * NANOS_PER_MICRO, System.nanoTime());
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
