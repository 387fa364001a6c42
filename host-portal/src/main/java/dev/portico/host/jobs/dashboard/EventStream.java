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
    private Runnable afterLoss = () -> {};
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

    /** Called once, after that, if the browser has gone or the time is over: if whoever writes knows nothing of it. */
    synchronized void afterLoss(Runnable action) {
        afterLoss = action;
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
            uninterrupted(() -> out.write(bytes, offset, length));
            lastButOne = length > 1 ? bytes[offset + length - 2] : last;
            last = bytes[offset + length - 1];
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (!ended) {
            uninterrupted(out::flush);
        }
    }

    /** why: JobRunr interrupts the thread that says goodbye to the last listener, which would cut the connection. */
    private static void uninterrupted(Writing writing) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            writing.write();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Writing {

        void write() throws IOException;
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
            abandon();
        }
    }

    /** Ends the response for whoever writes; that one is not told, since its writer is in the middle of closing. */
    @Override
    public void close() {
        if (end()) {
            context.complete();
        }
    }

    /** Ends the response and tells whoever writes. */
    void abandon() {
        if (end()) {
            context.complete();
            lost();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (end()) {
            lost();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        abandon();
    }

    @Override
    public void onError(AsyncEvent event) {
        abandon();
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

    private void lost() {
        Runnable action;
        synchronized (this) {
            action = afterLoss;
        }
        action.run();
    }
}
