package dev.portico.host.jobs;

import dev.portico.api.job.JobRun;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jobrunr.jobs.context.JobContext;
import org.jobrunr.jobs.states.StateName;

/** A run that is under way on this node. */
class LiveRun implements JobRun {

    private static final long WRITE_EVERY = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int LINES = 500;

    private final JobContext context;
    private final JobRuns runs;
    private final PluginJobRequest request;
    private final int attempt;
    private final String linesLeftOut;
    private final WorkAlongside alongside = new WorkAlongside();
    private final AtomicInteger lines = new AtomicInteger();
    private volatile boolean stop;
    private long looked = System.nanoTime() - WRITE_EVERY;
    private long done;
    private long total;

    LiveRun(JobContext context, JobRuns runs, PluginJobRequest request, int attempt, String linesLeftOut) {
        this.context = context;
        this.runs = runs;
        this.request = request;
        this.attempt = attempt;
        this.linesLeftOut = linesLeftOut;
    }

    @Override
    public UUID id() {
        return context.getJobId();
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public Optional<String> argument() {
        return Optional.ofNullable(request.argument());
    }

    @Override
    public synchronized void progress(long done, long total) {
        this.done = done;
        this.total = total;
        if (total > 0) {
            context.progressBar(total).setProgress(total, Math.min(done, total), 0);
        }
        if (due()) {
            writeProgress();
        }
    }

    /** Writes the progress that was reported last, which may have been kept back. */
    synchronized void writeProgress() {
        if (!runs.progress(id(), attempt, done, total)) {
            stop = true;
        }
    }

    @Override
    public void info(String line) {
        if (mayWriteLine()) {
            context.logger().info(line);
        }
    }

    @Override
    public void warn(String line) {
        if (mayWriteLine()) {
            context.logger().warn(line);
        }
    }

    /** Lines are kept in the job itself, which JobRunr writes as a whole, so there cannot be any number of them. */
    private boolean mayWriteLine() {
        int line = lines.incrementAndGet();
        if (line == LINES + 1) {
            context.logger().warn(linesLeftOut);
        }
        return line <= LINES;
    }

    @Override
    public synchronized boolean cancelled() {
        if (!stop) {
            stop = context.getJobState() != StateName.PROCESSING
                    || Thread.currentThread().isInterrupted()
                    || (due() && !runs.wanted(id(), attempt));
        }
        return stop;
    }

    @Override
    public <T> Future<T> alongside(Callable<T> work) {
        return alongside.start(work);
    }

    /** Interrupts work beside the run that is under way, and waits for it. */
    void endAlongside() {
        alongside.end();
    }

    private boolean due() {
        long now = System.nanoTime();
        if (now - looked < WRITE_EVERY) {
            return false;
        }
        looked = now;
        return true;
    }

    String pluginId() {
        return request.pluginId();
    }

    void stop() {
        stop = true;
    }

    boolean deleted() {
        return context.getJobState() == StateName.DELETED;
    }
}
