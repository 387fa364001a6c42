package dev.portico.sandbox.control;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;

/** Lets only this machine control the sandbox: neither another machine, nor a foreign page in a browser on this one. */
final class LoopbackOnly extends OncePerRequestFilter {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        // why: the name guards against a foreign name that was made to point here, the origin against forms of other sites
        boolean here = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && HOSTS.contains(request.getServerName()) && isHere(request.getHeader("Origin"));
        if (here) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "The sandbox is controlled from its own machine only");
        }
    }

    private static boolean isHere(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            return HOSTS.contains(String.valueOf(URI.create(origin).getHost()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
