package dev.portico.pax8.connection;

import dev.portico.api.host.Jobs;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Lets the schedules rest from the start of the plugin on while there is nothing to sync from. */
final class SchedulesFollowConnection implements SmartInitializingSingleton {

    private final Pax8Connection connection;
    private final Jobs jobs;

    SchedulesFollowConnection(Pax8Connection connection, Jobs jobs) {
        this.connection = connection;
        this.jobs = jobs;
    }

    @Override
    public void afterSingletonsInstantiated() {
        jobs.pauseSchedules(connection.obstacle().isPresent());
    }
}
