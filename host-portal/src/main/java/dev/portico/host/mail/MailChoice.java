package dev.portico.host.mail;

import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.PortalUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a user wants by mail too what is told at the bell; as long as nobody chose, it is so. There is one only if
 * the portal sends mail.
 */
public class MailChoice {

    private final JdbcClient jdbc;
    private final HostCurrentUser user;

    MailChoice(JdbcClient jdbc, HostCurrentUser user) {
        this.jdbc = jdbc;
        this.user = user;
    }

    /** What the current user chose. */
    public boolean chosen() {
        return user.signedIn()
                .flatMap(each -> jdbc.sql("select notices_by_mail from portal.app_user where id = :id")
                        .param("id", each.id())
                        .query(Boolean.class)
                        .optional())
                .orElse(false);
    }

    /** Remembers what the current user chose; mails that wait are not sent either. */
    public void choose(boolean wanted) {
        user.signedIn().map(PortalUser::id).ifPresent(id -> jdbc.sql(
                        "update portal.app_user set notices_by_mail = :wanted where id = :id")
                .param("wanted", wanted)
                .param("id", id)
                .update());
    }
}
