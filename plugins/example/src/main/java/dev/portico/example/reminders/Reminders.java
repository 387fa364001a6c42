package dev.portico.example.reminders;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.Companies;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Open reminders of the companies that the current user may see. Every method checks the permission itself and throws
 * {@link PermissionDenied} without it; every statement is limited to the user's companies.
 */
public class Reminders {

    /** Permission to see reminders. */
    public static final String READ = "read_example";

    /** Permission to add, complete and set up; implies {@link #READ}. */
    public static final String MANAGE = "manage_example";

    private static final String IN_SCOPE = "(:everyCompany or r.company_id = any (cast(:scope as uuid[])))";

    private static final String MATCHING = """
            from reminder r left join portal.company_directory d on d.id = r.company_id
            where r.done_at is null and %s
              and (:text = '' or strpos(lower(r.subject), :text) > 0 or strpos(lower(d.name), :text) > 0)
              and (cast(:urgency as text) is null or :urgency =
                   case when r.due_on < :today then 'OVERDUE' when r.due_on <= :soon then 'DUE_SOON' else 'LATER' end)
            """.formatted(IN_SCOPE);

    private final JdbcClient database;
    private final Companies companies;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    public Reminders(JdbcClient database, Companies companies, CurrentUser user, AuditTrail audit, Clock clock) {
        this.database = database;
        this.companies = companies;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the current user may add and complete. */
    boolean mayManage() {
        return user.may(MANAGE);
    }

    /** How many days ahead a reminder counts as due soon. */
    public int noticeDays() {
        return database.sql("select days from notice_period").query(Integer.class).single();
    }

    /**
     * Sets how many days ahead a reminder counts as due soon.
     *
     * @param days 1 to 365
     */
    public void setNoticeDays(int days) {
        user.require(MANAGE);
        database.sql("update notice_period set days = :days").param("days", days).update();
        audit.record("notice.set", "reminders", String.valueOf(days));
    }

    /** Part of what matches. */
    List<Reminder> page(Reminder.Filter filter, Reminder.Sort sort, boolean ascending, int offset, int limit) {
        LocalDate today = LocalDate.now(clock);
        int notice = noticeDays();
        return matching("select r.id, d.name as company, r.subject, r.due_on " + MATCHING + sort.sql(ascending)
                        + " limit :limit offset :offset", filter, today, notice)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> reminder(row, today, notice))
                .list();
    }

    /** How many match. */
    long count(Reminder.Filter filter) {
        return matching("select count(*) " + MATCHING, filter, LocalDate.now(clock), noticeDays())
                .query(Long.class)
                .single();
    }

    /**
     * Adds a reminder.
     *
     * @return false if the user may not see that company, or it is gone
     */
    boolean add(UUID company, String subject, LocalDate dueOn) {
        user.require(MANAGE);
        if (companies.find(company).isEmpty()) {
            return false;
        }
        database.sql("insert into reminder (id, company_id, subject, due_on, added_by) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), company, subject.strip(), dueOn, user.name())
                .update();
        audit.record("reminder.added", subject.strip(), dueOn.toString());
        return true;
    }

    /** Takes a reminder off the list; harmless if it is off already. */
    void complete(Reminder reminder) {
        setDone(reminder, Optional.of(Timestamp.from(clock.instant())));
        audit.record("reminder.completed", reminder.subject(), "");
    }

    /** Puts a reminder back on the list. */
    void reopen(Reminder reminder) {
        setDone(reminder, Optional.empty());
        audit.record("reminder.reopened", reminder.subject(), "");
    }

    private void setDone(Reminder reminder, Optional<Timestamp> time) {
        user.require(MANAGE);
        scoped("update reminder r set done_at = :time where r.id = :id and " + IN_SCOPE)
                .param("time", time.orElse(null))
                .param("id", reminder.id())
                .update();
    }

    private StatementSpec matching(String sql, Reminder.Filter filter, LocalDate today, int notice) {
        user.require(READ);
        return scoped(sql)
                .param("text", filter.text().strip().toLowerCase(Locale.ROOT))
                .param("urgency", filter.urgency().map(Urgency::name).orElse(null))
                .param("today", today)
                .param("soon", today.plusDays(notice));
    }

    private StatementSpec scoped(String sql) {
        CompanyScope scope = user.companies();
        return database.sql(sql)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", switch (scope) {
                    case CompanyScope.All() -> "{}";
                    case CompanyScope.Only(var ids) ->
                        ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
                });
    }

    private static Reminder reminder(ResultSet row, LocalDate today, int notice) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new Reminder(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("company")),
                row.getString("subject"),
                dueOn,
                Urgency.of(dueOn, today, notice));
    }
}
