package dev.portico.host.security.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts failures to sign in for each account and address, in the database, so that the limit holds over all nodes and
 * restarts. Unknown accounts count too: the answer does not tell whether an account exists.
 */
@Component
class SignInAttempts {

    static final int LIMIT = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean tooMany(String account, String address) {
        return jdbc.sql("""
                        select count(*) >= :limit from portal.sign_in_failure
                        where account = :account and address = :address and failed_at > :since
                        """)
                .param("limit", LIMIT)
                .param("account", key(account))
                .param("address", address)
                .param("since", windowStart())
                .query(Boolean.class)
                .single();
    }

    void failed(String account, String address) {
        jdbc.sql("delete from portal.sign_in_failure where failed_at <= :since")
                .param("since", windowStart())
                .update();
        jdbc.sql("insert into portal.sign_in_failure (account, address, failed_at) values (:account, :address, :at)")
                .param("account", key(account))
                .param("address", address)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void succeeded(String account, String address) {
        jdbc.sql("delete from portal.sign_in_failure where account = :account and address = :address")
                .param("account", key(account))
                .param("address", address)
                .update();
    }

    private Timestamp windowStart() {
        return Timestamp.from(clock.instant().minus(WINDOW));
    }

    private static String key(String account) {
        String lower = account.strip().toLowerCase(Locale.ROOT);
        // why: the form does not limit what is typed, the table should not keep pages of it
        return lower.length() <= 200 ? lower : lower.substring(0, 200);
    }
}
