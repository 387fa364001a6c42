package dev.portico.host.security.people;

import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.PortalUser;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether a user wants the screens light, dark, or as the computer has it. */
@Service
public class ColorSchemes {

    private final JdbcClient jdbc;
    private final HostCurrentUser user;

    ColorSchemes(JdbcClient jdbc, HostCurrentUser user) {
        this.jdbc = jdbc;
        this.user = user;
    }

    /** What the current user chose. */
    public Choice chosen() {
        return user.signedIn()
                .flatMap(each -> jdbc.sql("select color_scheme from portal.app_user where id = :id")
                        .param("id", each.id())
                        .query(String.class)
                        .optional())
                .map(Choice::valueOf)
                .orElse(Choice.SYSTEM);
    }

    /** Remembers what the current user chose; nothing to remember if nobody is signed in. */
    public void choose(Choice choice) {
        user.signedIn().map(PortalUser::id).ifPresent(id -> jdbc.sql(
                        "update portal.app_user set color_scheme = :choice where id = :id")
                .param("choice", choice.name())
                .param("id", id)
                .update());
    }

    /** A colour scheme. */
    public enum Choice {
        LIGHT,
        DARK,
        SYSTEM;

        /** Part of a text key. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
