package dev.portico.host.security.web;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.RoutePermission;
import dev.portico.host.security.SecurityContribution;
import dev.portico.host.security.signin.SignIn;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The one filter chain of the portal, and the check every navigation passes. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final RequestMatcher JOBS = path("/jobs/**");

    private static final RequestMatcher OPERATIONS = path("/actuator/**");

    // why: called by the dashboard's scripts, to which a redirect to the sign-in page means nothing
    private static final RequestMatcher JOBS_CALLS = new OrRequestMatcher(path("/jobs/api/**"), path("/jobs/sse/**"));

    @Bean
    SecurityFilterChain portalChain(
            HttpSecurity http,
            SignIn signIn,
            HostCurrentUser user,
            SecurityContextHolderStrategy contexts,
            List<SecurityContribution> contributions)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        path("/actuator/health"),
                        path("/actuator/health/**"),
                        path("/aura/**"),
                        path("/icons/**"),
                        path("/portico.css"))
                .permitAll()
                .requestMatchers(OPERATIONS)
                .access((authentication, request) -> new AuthorizationDecision(user.may("manage_plugins")))
                .requestMatchers(JOBS, path("/oauth2/**"))
                .authenticated());
        // why: the dashboard sends no token; its servlet compares the origin instead
        http.csrf(csrf -> csrf.ignoringRequestMatchers(path("/jobs/api/**")));
        http.exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), new OrRequestMatcher(JOBS_CALLS, OPERATIONS)));
        http.headers(SecurityHeaders::configure);
        http.addFilterBefore(new ActiveUserFilter(user, contexts), AuthorizationFilter.class);
        for (SecurityContribution contribution : contributions) {
            contribution.contribute(http);
        }
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(signIn.view(), "/login?signed-out").anyRequest(AuthorizedUrl::authenticated));
        signIn.configure(http);
        return http.build();
    }

    @Bean
    static NavigationAccessControlConfigurer navigationAccess(HostCurrentUser user, List<RoutePermission> dynamic) {
        return new NavigationAccessControlConfigurer()
                .withNavigationAccessChecker(new ViewPermissions(user, dynamic));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
