package dev.portico.host.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices that wait to be mailed. There is one only if the portal sends mail. */
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A mail that is about to be sent.
     *
     * @param tries how often that was begun, this time included
     * @param needless whether the notice was read meanwhile, or its reader wants no mail or is locked out
     */
    record Outgoing(
            long id,
            Instant madeAt,
            int tries,
            UUID recipient,
            String name,
            String email,
            String title,
            String text,
            String path,
            boolean needless) {

        /** Leaves out what it says and to whom. */
        @Override
        public String toString() {
            return "Outgoing[" + id + " to user " + recipient + "]";
        }
    }

    /** A mail that was not sent in time. */
    record GivenUp(long id, UUID recipient, String reason) {}

    /** Has notices mailed to those of their readers who want that; in the transaction of the caller. */
    public void put(Collection<Long> notices) {
        if (notices.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into portal.mail (notice_id, made_at, try_at)
                        select n.id, :now, :now from portal.notice n join portal.app_user u on u.id = n.user_id
                        where n.id in (:notices) and u.notices_by_mail
                        """)
                .param("notices", notices)
                .param("now", now())
                .update();
    }

    /**
     * Takes the mail that is due the longest, for this caller alone of all on all nodes.
     *
     * @param hold how long nobody else gets it; if the caller ends before telling what became of it, it is due again
     *     after that
     */
    Optional<Outgoing> take(Duration hold) {
        return jdbc.sql("""
                        update portal.mail m set tries = tries + 1, try_at = :until
                        from portal.notice n join portal.app_user u on u.id = n.user_id
                        where n.id = m.notice_id and m.id = (
                            select id from portal.mail where ended_at is null and try_at <= :now
                            order by try_at, id limit 1 for update skip locked)
                        returning m.id, m.made_at, m.tries, u.id as recipient, u.name, u.email, n.title, n.text, n.path,
                            n.read_at is not null or not u.enabled or not u.notices_by_mail as needless
                        """)
                .param("now", now())
                .param("until", now().plus(hold))
                .query((row, number) -> read(row))
                .optional();
    }

    void sent(long id) {
        jdbc.sql("update portal.mail set ended_at = :now, outcome = 'SENT', reason = null where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    void again(long id, Duration pause, String reason) {
        jdbc.sql("update portal.mail set try_at = :at, reason = :reason where id = :id and ended_at is null")
                .param("id", id)
                .param("at", now().plus(pause))
                .param("reason", reason)
                .update();
    }

    void giveUp(long id, String reason) {
        jdbc.sql("""
                        update portal.mail set ended_at = :now, outcome = 'GIVEN_UP', reason = :reason
                        where id = :id and ended_at is null
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    /** Ends what is due, still worth sending, and was made so long ago. */
    List<GivenUp> giveUpMadeBefore(Duration ago) {
        return jdbc.sql("""
                        update portal.mail m
                        set ended_at = :now, outcome = 'GIVEN_UP', reason = coalesce(reason, 'the portal was not up')
                        from portal.notice n
                        where n.id = m.notice_id and n.read_at is null
                            and m.ended_at is null and m.try_at <= :now and m.made_at < :limit
                        returning m.id, n.user_id as recipient, m.reason
                        """)
                .param("now", now())
                .param("limit", now().minus(ago))
                .query((row, number) -> new GivenUp(
                        row.getLong("id"), row.getObject("recipient", UUID.class), row.getString("reason")))
                .list();
    }

    void drop(long id) {
        jdbc.sql("delete from portal.mail where id = :id").param("id", id).update();
    }

    /** Forgets what was sent or given up so long ago. */
    void forgetEndedBefore(Duration ago) {
        jdbc.sql("delete from portal.mail where ended_at < :limit")
                .param("limit", now().minus(ago))
                .update();
    }

    private static Outgoing read(ResultSet row) throws SQLException {
        return new Outgoing(
                row.getLong("id"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("tries"),
                row.getObject("recipient", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("title"),
                row.getString("text"),
                row.getString("path"),
                row.getBoolean("needless"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
