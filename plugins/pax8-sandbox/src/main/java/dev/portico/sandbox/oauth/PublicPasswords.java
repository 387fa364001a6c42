package dev.portico.sandbox.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The passwords of the sandbox are printed on its sign-in page; hashing them would only cost time. */
final class PublicPasswords implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : password.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return password != null && password.toString().equals(encoded);
    }
}
