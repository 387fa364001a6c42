package dev.portico.host.jobs;

import org.jobrunr.JobRunrException;

/** A job that cannot go on without a person: JobRunr shows it as failed with the reason, and does not retry it. */
class JobFailed extends JobRunrException {

    JobFailed(String reason) {
        super(reason, true);
    }

    /** Leaves the stack trace out: it would say where the portal stands, never what the person has to do. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
