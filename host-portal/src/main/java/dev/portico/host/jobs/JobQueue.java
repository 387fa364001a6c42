package dev.portico.host.jobs;

import dev.portico.api.host.Jobs.Run;
import java.util.Optional;
import java.util.UUID;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.storage.ConcurrentJobModificationException;
import org.jobrunr.storage.JobNotFoundException;
import org.jobrunr.storage.StorageProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hands runs to JobRunr. A run's id is its id there, so that handing it over twice makes one job. */
@Component
class JobQueue {

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

    private final JobRequestScheduler scheduler;
    private final StorageProvider storage;
    private final Steward steward;

    JobQueue(JobRequestScheduler scheduler, StorageProvider storage, Steward steward) {
        this.scheduler = scheduler;
        this.storage = storage;
        this.steward = steward;
    }

    /** Hands a run over once the row of it is committed: JobRunr takes no part in the transaction. */
    void enqueueAfterCommit(UUID id, PluginJobRequest request, String name) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tryEnqueue(id, request, name);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tryEnqueue(id, request, name);
            }
        });
    }

    private void tryEnqueue(UUID id, PluginJobRequest request, String name) {
        try {
            enqueue(id, request, name);
        } catch (RuntimeException fault) {
            // why not to the caller: the run is recorded, and the sweeper hands it over as soon as that is possible
            LOG.warn("Run {} of {} could not be handed over yet", id, name, fault);
        }
    }

    void enqueue(UUID id, PluginJobRequest request, String name) {
        scheduler.create(JobBuilder.aJob()
                .withId(id)
                .withName(name)
                .withLabels(request.pluginId(), request.trigger())
                .withJobRequest(request));
        steward.kick();
    }

    /** Starts a run now that waits for its retry. */
    void hurry(Run run) {
        find(run.id()).filter(job -> job.hasState(StateName.SCHEDULED)).ifPresent(job -> {
            try {
                job.enqueue();
                storage.save(job);
                steward.kick();
            } catch (ConcurrentJobModificationException hurriedByAnother) {
                LOG.debug("Run {} is on its way already", run.id(), hurriedByAnother);
            }
        });
    }

    /** Deletes a job; JobRunr interrupts it, on whichever node it is, within its poll interval. */
    void delete(UUID id, String reason) {
        if (find(id).filter(job -> !job.hasState(StateName.DELETED)).isPresent()) {
            scheduler.delete(id, reason);
        }
    }

    Optional<Job> find(UUID id) {
        try {
            return Optional.of(storage.getJobById(id));
        } catch (JobNotFoundException none) {
            return Optional.empty();
        }
    }
}
