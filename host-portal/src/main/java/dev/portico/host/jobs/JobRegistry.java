package dev.portico.host.jobs;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.job.PluginJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The jobs of the enabled plugins. */
@Service
public class JobRegistry {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,45}");

    private final Schedules schedules;
    private final JobSettings settings;
    private final Clock clock;
    private final Instant created;
    private final Map<Key, RegisteredJob> jobs = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();

    private record Key(String pluginId, String jobId) {}

    JobRegistry(Schedules schedules, JobSettings settings, Clock clock) {
        this.schedules = schedules;
        this.settings = settings;
        this.clock = clock;
        this.created = clock.instant();
    }

    /**
     * Makes a job known and plans its schedule, unless the schedules of the plugin are paused. After a restart of the
     * portal the plan is found as it was.
     *
     * @param name its translated name
     * @param job gives the bean that does the work, at each run
     * @return to be called when the plugin is disabled, but not when the portal stops: it takes the plan away
     * @throws IllegalArgumentException if an id or the schedule cannot be used
     * @throws IllegalStateException if the plugin has a job of this id already
     */
    public Registration register(
            String pluginId, JobDeclaration declaration, Supplier<String> name, Supplier<PluginJob> job) {
        check(pluginId);
        check(declaration.id());
        RegisteredJob registered = new RegisteredJob(pluginId, declaration, name, job);
        Key key = new Key(pluginId, declaration.id());
        lock.lock();
        try {
            if (jobs.containsKey(key)) {
                throw new IllegalStateException("The plugin " + pluginId + " has two jobs " + declaration.id());
            }
            schedules.plan(registered);
            jobs.put(key, registered);
            added.signalAll();
        } finally {
            lock.unlock();
        }
        return Registration.once(() -> unregister(key, registered));
    }

    private void unregister(Key key, RegisteredJob registered) {
        lock.lock();
        try {
            if (!jobs.remove(key, registered)) {
                return;
            }
        } finally {
            lock.unlock();
        }
        schedules.remove(key.pluginId(), key.jobId());
    }

    /** Forgets the jobs of a plugin on this node; their plans stay, and no registration takes them away any more. */
    void forget(String pluginId) {
        lock.lock();
        try {
            jobs.keySet().removeIf(key -> key.pluginId().equals(pluginId));
        } finally {
            lock.unlock();
        }
    }

    Optional<RegisteredJob> find(String pluginId, String jobId) {
        lock.lock();
        try {
            return Optional.ofNullable(jobs.get(new Key(pluginId, jobId)));
        } finally {
            lock.unlock();
        }
    }

    List<RegisteredJob> ofPlugin(String pluginId) {
        lock.lock();
        try {
            return jobs.values().stream()
                    .filter(job -> job.pluginId().equals(pluginId))
                    .sorted(Comparator.comparing(RegisteredJob::jobId))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** The job, waiting a while for a plugin that is about to be started on this node. */
    Optional<RegisteredJob> await(String pluginId, String jobId) throws InterruptedException {
        Key key = new Key(pluginId, jobId);
        Duration sinceStart = Duration.between(created, clock.instant());
        Duration starting = settings.startPatience().minus(sinceStart);
        long left = (starting.compareTo(settings.patience()) > 0 ? starting : settings.patience()).toNanos();
        lock.lockInterruptibly();
        try {
            while (!jobs.containsKey(key) && left > 0) {
                left = added.awaitNanos(left);
            }
            return Optional.ofNullable(jobs.get(key));
        } finally {
            lock.unlock();
        }
    }

    private static void check(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is no id of a plugin or job: letters, digits and dashes");
        }
    }
}
