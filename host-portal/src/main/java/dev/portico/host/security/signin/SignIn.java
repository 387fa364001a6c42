package dev.portico.host.security.signin;

import com.vaadin.flow.component.Component;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** The part of the filter chain that lets people in and out. */
@org.springframework.stereotype.Component
public class SignIn {

    private final FormSignIn form;

    SignIn(FormSignIn form) {
        this.form = form;
    }

    /** The page with the form. */
    public Class<? extends Component> view() {
        return LoginView.class;
    }

    /** Adds the form to the chain. */
    public void configure(HttpSecurity http) throws Exception {
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
