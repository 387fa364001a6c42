package dev.portico.host.security.web;

import dev.portico.host.security.HostCurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of a user who was disabled or deleted, at the next request. */
class ActiveUserFilter extends OncePerRequestFilter {

    private final HostCurrentUser user;
    private final SecurityContextHolderStrategy contexts;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    ActiveUserFilter(HostCurrentUser user, SecurityContextHolderStrategy contexts) {
        this.user = user;
        this.contexts = contexts;
        // why: left alone, it would clear the strategy that was in force when this filter was made
        logout.setSecurityContextHolderStrategy(contexts);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // why: the theme and the client engine are public files; a page loads dozens of them
        String path = request.getServletPath();
        return path.startsWith("/VAADIN/build/") || path.startsWith("/aura/") || path.startsWith("/icons/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean unwelcome = user.signedIn().filter(each -> !user.stillWelcome(each)).isPresent();
        if (unwelcome) {
            logout.logout(request, response, contexts.getContext().getAuthentication());
        }
        chain.doFilter(request, response);
    }
}
