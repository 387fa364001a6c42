package dev.portico.host.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the background jobs.
 *
 * @param keepRuns how long the history of runs is kept
 * @param keepFailed how long failed jobs stay in the dashboard
 * @param patience how long a run waits for its plugin, which a node may enable a little later than another
 * @param startPatience the same after the start of the portal, while the plugins are being started
 * @param sweepEvery how often, and after what rest, unfinished runs are compared with JobRunr
 * @param singleNode whether no other portal works on this database; unset, it is so with the embedded database only
 */
@ConfigurationProperties("portico.jobs")
record JobSettings(
        @DefaultValue("400d") Duration keepRuns,
        @DefaultValue("30d") Duration keepFailed,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("60s") Duration startPatience,
        @DefaultValue("15s") Duration sweepEvery,
        @Nullable Boolean singleNode) {}
