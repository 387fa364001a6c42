package dev.portico.host.security.signin;

import dev.portico.host.security.Acting;
import dev.portico.host.security.people.NewUser;
import dev.portico.host.security.people.UserService;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates the first user. Whoever can read the portal's log may do it: the log shows a token that works once, and only
 * while there is no user. The portal itself keeps only the token's hash.
 */
@Service
class FirstRun {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);
    private static final long LOCK = 0x706f727469636fL;

    private final UserService users;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AtomicReference<byte @Nullable []> tokenHash = new AtomicReference<>();

    FirstRun(UserService users, JdbcClient jdbc, TransactionTemplate transaction) {
        this.users = users;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Whether the portal waits for its first user. */
    boolean needed() {
        return users.nobodyExists();
    }

    // why: at the very end of the start, so that it is the last thing to be read in the log
    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (needed()) {
            LOG.warn(
                    "The portal has no user yet. Open /setup in a browser and enter this one-time token: {}",
                    issueToken());
        }
    }

    String issueToken() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        tokenHash.set(hash(token));
        return token;
    }

    /** Creates the Primary Admin. */
    Outcome create(String token, String name, String email, String password) {
        byte[] expected = tokenHash.get();
        if (expected == null || !MessageDigest.isEqual(expected, hash(token.strip()))) {
            return Outcome.WRONG_TOKEN;
        }
        Outcome outcome = transaction.execute(status -> createOnce(name, email, password));
        tokenHash.set(null);
        return outcome;
    }

    private Outcome createOnce(String name, String email, String password) {
        // why: two browsers, or two nodes, may finish the form at the same moment
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().listOfRows();
        if (!needed()) {
            return Outcome.ALREADY_DONE;
        }
        NewUser admin = new NewUser(
                email, name, password, new NewUser.Reach.Everything(), Set.of(UserService.PRIMARY_ADMIN));
        Acting.asSystem(() -> {
            users.create(admin);
        });
        return Outcome.CREATED;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** What became of the form. */
    enum Outcome {
        CREATED,
        WRONG_TOKEN,
        ALREADY_DONE
    }
}
