package dev.portico.host.audit;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Writes the audit trail. An entry belongs to the transaction of the act it records, so neither exists alone. */
@Service
public class AuditService {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    AuditService(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** The trail of one plugin, or of one part of the portal. */
    public AuditTrail forOwner(String owner) {
        return (action, subject, details) -> record(owner, action, subject, details);
    }

    /**
     * Records an act of the current user.
     *
     * @param owner id of the plugin, or {@code portal}
     * @param action short and stable, such as {@code company.created}
     * @param subject what it was done to, readable
     * @param details readable; never a secret
     */
    public void record(String owner, String action, String subject, String details) {
        recordAs(user.name(), owner, action, subject, details);
    }

    /** Records an act of somebody who is not, or not yet, signed in. */
    public void recordAs(String actor, String owner, String action, String subject, String details) {
        jdbc.sql("""
                        insert into portal.audit_entry (at, actor, owner, action, subject, details)
                        values (:at, :actor, :owner, :action, :subject, :details)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("owner", owner)
                .param("action", action)
                .param("subject", subject)
                .param("details", details)
                .update();
    }
}
