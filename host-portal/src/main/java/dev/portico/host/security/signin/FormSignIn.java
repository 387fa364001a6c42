package dev.portico.host.security.signin;

import dev.portico.host.audit.AuditService;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks name and password, refuses after too many failures, and records every attempt. */
class FormSignIn extends DaoAuthenticationProvider {

    private final SignInAttempts attempts;
    private final AuditService audit;

    FormSignIn(UserDetailsService users, PasswordEncoder passwords, SignInAttempts attempts, AuditService audit) {
        super(users);
        setPasswordEncoder(passwords);
        this.attempts = attempts;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String account = attempt.getName();
        String address = addressOf(attempt);
        if (attempts.tooMany(account, address)) {
            throw new LockedException("Too many failures to sign in");
        }
        try {
            Authentication signedIn = super.authenticate(attempt);
            attempts.succeeded(account, address);
            audit.recordAs(signedIn.getName(), "portal", "sign-in.succeeded", signedIn.getName(), address);
            return signedIn;
        } catch (AuthenticationException refused) {
            attempts.failed(account, address);
            audit.recordAs("anonymous", "portal", "sign-in.failed", shortened(account), address);
            // why: the reason, such as a disabled account, is not for whoever does not know the password
            throw new BadCredentialsException("Name or password is wrong", refused);
        }
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                ? details.getRemoteAddress()
                : "unknown";
    }

    private static String shortened(String account) {
        return account.length() <= 200 ? account : account.substring(0, 200);
    }
}
