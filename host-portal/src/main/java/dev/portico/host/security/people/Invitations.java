package dev.portico.host.security.people;

import dev.portico.api.host.CurrentUser;
import dev.portico.host.audit.AuditService;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which people set the password they sign in with. The portal keeps only hashes of what stands in them. */
@Service
public class Invitations {

    /** How long a link works. */
    public static final Duration VALID = Duration.ofDays(7);

    private static final int TOKEN_BYTES = 24;

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final AuditService audit;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(JdbcClient jdbc, CurrentUser user, AuditService audit, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * A fresh link. This is the only time that its token can be seen.
     *
     * @param path of the page, without a leading slash
     */
    public record Link(String path, Instant expiresAt) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Link[until " + expiresAt + "]";
        }
    }

    /** What a link is good for. */
    public sealed interface State {

        /** Its owner can set a password. */
        record Open(String name, String email) implements State {}

        /** It was good once. */
        record Expired() implements State {}

        /** A password was set with it. */
        record Used() implements State {}

        /** It never was a link, was replaced by a newer one, or its owner is locked out. */
        record Unknown() implements State {}
    }

    /** Makes a link for a user; earlier ones stop working. */
    @Transactional
    public Link invite(UUID person) {
        user.require(UserService.MANAGE);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(VALID);
        jdbc.sql("""
                        insert into portal.invitation (user_id, token_hash, expires_at) values (:user, :hash, :expires)
                        on conflict (user_id) do update
                        set token_hash = excluded.token_hash, expires_at = excluded.expires_at, used_at = null
                        """)
                .param("user", person)
                .param("hash", hash(token))
                .param("expires", time(expires))
                .update();
        audit.record("portal", "user.invited", touch(person), "");
        return new Link("invite/" + token, expires);
    }

    /** What a link is good for now. */
    public State look(String token) {
        return find(token, "").map(this::state).orElseGet(State.Unknown::new);
    }

    /**
     * Sets the password of the link's owner, who can sign in from now on.
     *
     * @return {@link State.Open} if it was done; else why it was not
     * @throws IllegalArgumentException if the {@linkplain PasswordRule rule} does not allow the password
     */
    @Transactional
    public State accept(String token, String password) {
        if (!PasswordRule.allows(password)) {
            throw new IllegalArgumentException("The password is too short or too long");
        }
        // why locked: the form may be sent twice, and only the first counts
        Optional<Row> row = find(token, " for update of i, u");
        State state = row.map(this::state).orElseGet(State.Unknown::new);
        if (state instanceof State.Open && row.isPresent()) {
            jdbc.sql("update portal.invitation set used_at = :now where user_id = :user")
                    .param("now", time(clock.instant()))
                    .param("user", row.get().user())
                    .update();
            jdbc.sql("update portal.app_user set password_hash = :hash where id = :user")
                    .param("hash", passwords.encode(password))
                    .param("user", row.get().user())
                    .update();
            String email = touch(row.get().user());
            audit.recordAs(email, "portal", "user.password-set", email, "");
        }
        return state;
    }

    private record Row(UUID user, String name, String email, boolean enabled, Instant expiresAt, boolean used) {}

    private State state(Row row) {
        if (!row.enabled()) {
            return new State.Unknown();
        } else if (row.used()) {
            return new State.Used();
        }
        return row.expiresAt().isAfter(clock.instant())
                ? new State.Open(row.name(), row.email())
                : new State.Expired();
    }

    private Optional<Row> find(String token, String locked) {
        return jdbc.sql("""
                        select u.id, u.name, u.email, u.enabled, i.expires_at, i.used_at is not null as used
                        from portal.invitation i join portal.app_user u on u.id = i.user_id
                        where i.token_hash = :hash
                        """ + locked)
                .param("hash", hash(token))
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getBoolean("enabled"),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getBoolean("used")))
                .optional();
    }

    private String touch(UUID person) {
        return jdbc.sql("update portal.app_user set changed_at = :now where id = :id returning email")
                .param("now", time(clock.instant()))
                .param("id", person)
                .query(String.class)
                .single();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
