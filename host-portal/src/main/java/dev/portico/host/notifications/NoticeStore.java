package dev.portico.host.notifications;

import dev.portico.api.host.Notifications.Notice;
import dev.portico.host.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The notices of all users. Every change is announced to all nodes, with the id of the user it concerns. */
@Repository
class NoticeStore {

    static final String CHANNEL = "portico_notices";

    private static final Pattern ELSEWHERE = Pattern.compile("/|[A-Za-z][A-Za-z0-9+.-]*:");
    private static final int TITLE_LENGTH = 200;
    private static final int TEXT_LENGTH = 2000;

    private final JdbcClient jdbc;
    private final ObjectProvider<Outbox> outbox;
    private final Clock clock;

    NoticeStore(JdbcClient jdbc, ObjectProvider<Outbox> outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells users something, apart from those who were told that already; also by mail, if the portal sends mail. */
    @Transactional
    void add(String owner, List<UUID> users, Notice notice) {
        if (ELSEWHERE.matcher(notice.path()).lookingAt()) {
            // why: what was opened by a click here must be a page of the portal
            throw new IllegalArgumentException("A notice leads to a page of the portal, not to " + notice.path());
        }
        if (users.isEmpty()) {
            return;
        }
        List<Long> told = jdbc.sql("""
                        with told as (
                            insert into portal.notice (user_id, owner, key, topic, title, text, path, created_at)
                            select id, :owner, :key, :topic, left(:title, :titleLength), left(:text, :textLength), :path,
                                :now
                            from portal.app_user where id in (:users)
                            on conflict (user_id, owner, key) do nothing
                            returning id, user_id)
                        select id, pg_notify(:channel, user_id::text) from told
                        """)
                .param("owner", owner)
                .param("users", users)
                .param("key", notice.key())
                .param("topic", notice.topic())
                .param("title", notice.title())
                .param("titleLength", TITLE_LENGTH)
                .param("text", notice.text())
                .param("textLength", TEXT_LENGTH)
                .param("path", notice.path())
                .param("now", now())
                .param("channel", CHANNEL)
                .query((row, number) -> row.getLong("id"))
                .list();
        outbox.ifAvailable(mail -> mail.put(told));
    }

    /** Marks what a plugin told about a topic as read, for all users. */
    void settle(String owner, String topic) {
        jdbc.sql("""
                        with settled as (
                            update portal.notice set read_at = :now
                            where owner = :owner and topic = :topic and read_at is null
                            returning user_id)
                        select pg_notify(:channel, user_id::text) from (select distinct user_id from settled) users
                        """)
                .param("owner", owner)
                .param("topic", topic)
                .param("now", now())
                .param("channel", CHANNEL)
                .query()
                .listOfRows();
    }

    long unread(UUID user) {
        return jdbc.sql("select count(*) from portal.notice where user_id = :user and read_at is null")
                .param("user", user)
                .query(Long.class)
                .single();
    }

    /** A user's notices that are older than one, newest first. */
    List<StoredNotice> before(UUID user, long id, int limit) {
        return jdbc.sql("""
                        select id, title, text, path, created_at, read_at is not null as read from portal.notice
                        where user_id = :user and id < :id order by id desc limit :limit
                        """)
                .param("user", user)
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> new StoredNotice(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("path"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getBoolean("read")))
                .list();
    }

    void markRead(UUID user, long id) {
        markRead(user, "id = " + id);
    }

    void markAllRead(UUID user) {
        markRead(user, "true");
    }

    private void markRead(UUID user, String which) {
        jdbc.sql("""
                        with seen as (
                            update portal.notice set read_at = :now
                            where user_id = :user and read_at is null and %s
                            returning user_id)
                        select pg_notify(:channel, user_id::text) from (select distinct user_id from seen) users
                        """.formatted(which))
                .param("user", user)
                .param("now", now())
                .param("channel", CHANNEL)
                .query()
                .listOfRows();
    }

    /** Forgets what was read so long ago; returns how much it was. */
    int forgetReadBefore(Duration ago) {
        return jdbc.sql("delete from portal.notice where read_at < :limit")
                .param("limit", now().minus(ago))
                .update();
    }

    long count(String owner) {
        return jdbc.sql("select count(*) from portal.notice where owner = :owner")
                .param("owner", owner)
                .query(Long.class)
                .single();
    }

    void deleteAll(String owner) {
        jdbc.sql("""
                        with gone as (delete from portal.notice where owner = :owner returning user_id)
                        select pg_notify(:channel, user_id::text) from (select distinct user_id from gone) users
                        """)
                .param("owner", owner)
                .param("channel", CHANNEL)
                .query()
                .listOfRows();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
