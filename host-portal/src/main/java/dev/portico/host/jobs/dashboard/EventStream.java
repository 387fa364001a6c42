package dev.portico.host.jobs.dashboard;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The body of a response that stays open for events, until the browser goes or the time is over. */
class EventStream extends OutputStream implements AsyncListener {

    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final AsyncContext context;
    private final OutputStream out;
    private Runnable afterEnd = () -> {};
    private boolean ended;
    private int last = '\n';
    private int lastButOne = '\n';

    EventStream(AsyncContext context) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        context.addListener(this);
    }

    /** Called once, when the response has ended. */
    synchronized void afterEnd(Runnable action) {
        afterEnd = action;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (ended) {
            throw new IOException("The browser has gone");
        }
        if (length > 0) {
            out.write(bytes, offset, length);
            lastButOne = length > 1 ? bytes[offset + length - 2] : last;
            last = bytes[offset + length - 1];
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (!ended) {
            out.flush();
        }
    }

    /** Finds out whether the browser is still there; only between two events, or it would break one apart. */
    synchronized void ping() {
        if (ended || last != '\n' || lastButOne != '\n') {
            return;
        }
        try {
            out.write(COMMENT);
            out.flush();
        } catch (IOException gone) {
            close();
        }
    }

    @Override
    public void close() {
        if (end()) {
            context.complete();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    private boolean end() {
        Runnable action;
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
            action = afterEnd;
        }
        action.run();
        return true;
    }
}
