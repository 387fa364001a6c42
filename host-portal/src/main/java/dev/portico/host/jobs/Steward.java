package dev.portico.host.jobs;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.JobSteward;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** JobRunr's steward of this node, which takes jobs from the queue and knows those that are under way. */
@Component
public class Steward {

    private final ObjectProvider<BackgroundJobServer> server;
    private final AtomicBoolean kicked = new AtomicBoolean();

    Steward(ObjectProvider<BackgroundJobServer> server) {
        this.server = server;
    }

    /** Has the queue looked at now instead of at the next poll. */
    public void kick() {
        if (kicked.compareAndSet(false, true)) {
            Thread kick = Thread.ofVirtual().name("job-kick").unstarted(this::lookNow);
            // why: the threads of the jobs inherit it, and it may be a plugin's where a job is asked for
            kick.setContextClassLoader(Steward.class.getClassLoader());
            kick.start();
        }
    }

    private void lookNow() {
        kicked.set(false);
        server.ifAvailable(running -> {
            JobSteward steward = running.getJobSteward();
            // why: JobRunr looks for work whenever a worker becomes idle
            steward.notifyThreadOccupied();
            steward.notifyThreadIdle();
        });
    }

    /** Tells JobRunr that the job that is under way on this node was deleted, which it would notice later only. */
    void markDeleted(UUID id, String reason) {
        underWay(id).filter(job -> job.hasState(StateName.PROCESSING)).ifPresent(job -> job.delete(reason));
    }

    private Optional<Job> underWay(UUID id) {
        return Optional.ofNullable(server.getIfAvailable())
                .flatMap(running -> running.getJobSteward().getJobsInProgress().stream()
                        .filter(job -> job.getId().equals(id))
                        .findFirst());
    }
}
