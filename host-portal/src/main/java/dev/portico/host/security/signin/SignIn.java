package dev.portico.host.security.signin;

import com.vaadin.flow.component.Component;
import dev.portico.host.audit.AuditService;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The part of the filter chain that lets people in and out. */
@org.springframework.stereotype.Component
public class SignIn {

    private final FormSignIn form;

    SignIn(UserDetailsService users, PasswordEncoder passwords, SignInAttempts attempts, AuditService audit) {
        form = new FormSignIn(users, passwords, attempts, audit);
    }

    /** The page with the form. */
    public Class<? extends Component> view() {
        return LoginView.class;
    }

    /** Adds the form to the chain. */
    public void configure(HttpSecurity http) throws Exception {
        // why: without the global manager as parent, which would check, and count, each attempt a second time
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        http.authenticationProvider(form);
        http.formLogin(login -> login.failureHandler((request, response, refused) -> {
            String reason = switch (refused) {
                case LockedException locked -> "throttled";
                case InternalAuthenticationServiceException broken -> "unavailable";
                default -> "wrong";
            };
            response.sendRedirect(request.getContextPath() + "/login?error=" + reason);
        }));
    }
}
