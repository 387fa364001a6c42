package dev.portico.host.signals;

import com.vaadin.flow.shared.Registration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what any node announces with {@code pg_notify}, on one connection for all channels. Listeners are called on one
 * thread, one after the other, so they only pass on what they hear.
 */
@Component
public class DatabaseSignals implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DatabaseSignals.class);

    private static final int WAIT_MILLIS = 1000;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    DatabaseSignals(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Signal(String channel, String text) {}

    /**
     * Calls back for each announcement on a channel, with its text. The text is empty when something may have been
     * missed because the connection was lost for a while.
     */
    public Registration on(String channel, Consumer<String> listener) {
        List<Consumer<String>> all = listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>());
        Consumer<String> own = listener::accept;
        all.add(own);
        return Registration.once(() -> all.remove(own));
    }

    /** Before plugins start, and after they stopped. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 5000;
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofVirtual().name("database-signals").start(this::listen);
    }

    private void listen() {
        boolean again = false;
        while (!stopping) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                hear(connection.unwrap(PGConnection.class), statement, again);
                statement.execute("unlisten *");
            } catch (SQLException e) {
                log.debug("Listening for news was broken off: {}", e.getMessage());
                again = true;
                pause();
            }
        }
    }

    private void hear(PGConnection postgres, Statement statement, boolean missedSome) throws SQLException {
        Set<String> heard = new HashSet<>();
        boolean catchUp = missedSome;
        while (!stopping) {
            for (String channel : listeners.keySet()) {
                if (heard.add(channel)) {
                    statement.execute("listen " + channel);
                }
            }
            if (catchUp) {
                heard.forEach(channel -> tell(new Signal(channel, "")));
                catchUp = false;
            }
            // why a set: many changes at once are often of the same thing
            Set<Signal> signals = new LinkedHashSet<>();
            for (PGNotification each : postgres.getNotifications(WAIT_MILLIS)) {
                signals.add(new Signal(each.getName(), each.getParameter()));
            }
            signals.forEach(this::tell);
        }
    }

    private void tell(Signal signal) {
        for (Consumer<String> listener : listeners.getOrDefault(signal.channel(), List.of())) {
            try {
                listener.accept(signal.text());
            } catch (RuntimeException e) { // why: one listener that fails must not keep the others from hearing
                log.warn("News on {} could not be passed on", signal.channel(), e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        // why: not interrupted, which would break its connection in the middle of a read
        stopping = true;
        Thread running = thread;
        try {
            if (running != null) {
                running.join(END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
