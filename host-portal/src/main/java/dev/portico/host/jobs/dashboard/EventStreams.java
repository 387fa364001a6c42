package dev.portico.host.jobs.dashboard;

import com.sun.net.httpserver.HttpExchange;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jobrunr.dashboard.JobRunrSseHandler;
import org.jobrunr.dashboard.server.sse.SseExchange;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;

/** The live part of the dashboard. */
class EventStreams {

    // why: the sign-in is looked at again when the browser comes back after that
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int PING_SECONDS = 10;

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-dashboard-ping").factory());
    private final Handler handler;

    EventStreams(StorageProvider storage, JsonMapper mapper) {
        handler = new Handler(storage, mapper);
        // why: JobRunr allows some forty streams, and a browser that has gone would keep its own for a long time
        pings.scheduleWithFixedDelay(
                () -> open.forEach(EventStream::ping), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    void stream(HttpServletRequest request, HttpServletResponse response, URI address) throws IOException {
        AsyncContext context = request.startAsync();
        context.setTimeout(LONGEST.toMillis());
        EventStream stream = new EventStream(context);
        Exchange exchange = new Exchange(request, response, address, stream);
        open.add(stream);
        stream.afterEnd(() -> open.remove(stream));
        try {
            handler.handle(exchange);
        } catch (IllegalStateException noSuchStream) {
            exchange.sendResponseHeaders(HttpServletResponse.SC_NOT_FOUND, -1);
        }
        if (exchange.getResponseCode() == HttpServletResponse.SC_OK) {
            // why: the first event may be some seconds away, and the browser waits for an answer
            stream.flush();
        } else {
            stream.close();
        }
    }

    void close() {
        pings.shutdownNow();
        open.forEach(EventStream::abandon);
    }

    private static final class Exchange extends DashboardExchange {

        private final EventStream stream;

        Exchange(HttpServletRequest request, HttpServletResponse response, URI address, EventStream stream) {
            super(request, response, address, stream);
            this.stream = stream;
        }
    }

    /** Has JobRunr forget a stream as soon as it has ended. */
    private final class Handler extends JobRunrSseHandler {

        Handler(StorageProvider storage, JsonMapper mapper) {
            super(storage, mapper);
        }

        @Override
        protected SseExchange createSseExchange(HttpExchange exchange) throws IOException {
            SseExchange events = super.createSseExchange(exchange);
            EventStream stream = ((Exchange) exchange).stream;
            stream.afterLoss(events::close);
            return events;
        }
    }
}
