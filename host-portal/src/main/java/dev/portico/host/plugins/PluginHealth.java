package dev.portico.host.plugins;

import java.time.Duration;
import java.util.Optional;

/**
 * How calls into a running plugin went in the last sixty minutes.
 *
 * @param calls that were made
 * @param errors how many of them failed or took too long
 * @param slowest time of the slowest
 * @param lastFailure the newest one since the plugin was started, even if the same call has gone well again
 */
public record PluginHealth(long calls, long errors, Duration slowest, Optional<PluginFailure> lastFailure) {}
