package dev.portico.sandbox.faults;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A call whose body was read before it is held back: a client that gives up takes with it what was not read yet. */
final class HeldRequest extends HttpServletRequestWrapper {

    private final byte[] body;

    private HeldRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** The same call; forms are left alone, because the container reads them by itself. */
    static HttpServletRequest of(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        return type == null || type.startsWith("application/x-www-form-urlencoded") ? request
                : new HeldRequest(request, request.getInputStream().readAllBytes());
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return bytes.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("Nothing here is read asynchronously");
            }
        };
    }
}
