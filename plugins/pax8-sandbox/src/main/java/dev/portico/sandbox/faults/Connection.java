package dev.portico.sandbox.faults;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import java.io.IOException;
import java.util.Objects;

/** The connection a request came over; Tomcat hands it out at the door, where its own request object is still at hand. */
final class Connection {

    private static final String ATTRIBUTE = Connection.class.getName();
    private static final String DROPPED = ATTRIBUTE + ".dropped";

    private final Request request;

    private Connection(Request request) {
        this.request = request;
    }

    static Connection of(HttpServletRequest request) {
        return (Connection) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "The door is not installed");
    }

    /** Whether the connection of this request was closed on purpose. */
    static boolean dropped(HttpServletRequest request) {
        return request.getAttribute(DROPPED) != null;
    }

    /** Closes it at once; what was not sent yet never will be. */
    void drop() {
        request.setAttribute(DROPPED, true);
        request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, new IOException("dropped on request"));
    }

    /** Whether the client has hung up. */
    boolean gone() {
        // why: only a read tells; the end of the stream shows as data that is there and cannot be had
        return available(false) == 0 && available(true) > 0 && available(false) == 0;
    }

    private int available(boolean read) {
        request.getCoyoteRequest().action(ActionCode.AVAILABLE, read);
        return request.getCoyoteRequest().getAvailable();
    }

    /** Gives each request its connection. */
    static final class Door extends ValveBase {

        Door() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setAttribute(ATTRIBUTE, new Connection(request));
            getNext().invoke(request, response);
        }
    }
}
