package dev.portico.pax8.licensing.selfservice;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.licensing.settings.SettingsStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads and changes what subscriptions set for themselves. Needs {@code manage_licensing} and reaches subscriptions of
 * those companies only that the user may see.
 */
public final class SubscriptionRules {

    private static final String PERMISSION = "manage_licensing";

    private static final String ROWS = """
            select s.id, coalesce(nullif(s.product_name, ''), p.name, '') as product, s.vendor_name as vendor,
                   d.name as company, s.quantity, r.allowed, r.approval_needed, r.min_seats, r.own_max, r.max_seats
            from subscription s
            join portal.company_directory d on d.id = s.portal_company_id
            left join product p on p.id = s.product_id
            left join subscription_rule r on r.subscription_id = s.id
            """;

    private final JdbcClient database;
    private final SettingsStore settings;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Messages messages;
    private final Clock clock;

    SubscriptionRules(
            JdbcClient database,
            SettingsStore settings,
            TransactionTemplate transaction,
            AuditTrail audit,
            CurrentUser user,
            Messages messages,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.transaction = transaction;
        this.audit = audit;
        this.user = user;
        this.messages = messages;
        this.clock = clock;
    }

    /** Part of what matches. */
    public List<RuleRow> page(RuleFilter filter, RuleFilter.Sort sort, boolean ascending, int offset, int limit) {
        RuleMatching matching = matching(filter);
        // why ids first: the page is found in an index alone, and only its own rows are joined
        String sql = ROWS + "where s.id in (" + sort.ids(matching.condition(), ascending, offset, limit) + ") order by "
                + sort.order(ascending);
        return database.sql(sql)
                .params(matching.parameters())
                .query((row, number) -> row(row))
                .list();
    }

    /** How many match. */
    public long count(RuleFilter filter) {
        RuleMatching matching = matching(filter);
        return database.sql("select count(*) from subscription s where " + matching.condition())
                .params(matching.parameters())
                .query(Long.class)
                .single();
    }

    /** The subscription, if the user may see it. */
    public Optional<RuleRow> find(UUID subscriptionId) {
        RuleMatching matching = matching(RuleFilter.NONE);
        return database.sql(ROWS + "where s.id = :id and " + matching.condition())
                .params(matching.parameters())
                .param("id", subscriptionId)
                .query((row, number) -> row(row))
                .optional();
    }

    /**
     * Changes what a subscription sets for itself.
     *
     * @param seen what it set when it was read
     * @param wanted what it is to set; {@link SubscriptionRule#INHERITED} takes back everything of its own
     */
    public RuleResult save(UUID subscriptionId, SubscriptionRule seen, SubscriptionRule wanted) {
        user.require(PERMISSION);
        Optional<RuleRow> row = find(subscriptionId);
        if (row.isEmpty()) {
            return new RuleResult.Refused(messages.text("selfservice.refused.gone"));
        }
        Optional<String> contradiction = contradiction(wanted);
        if (contradiction.isPresent()) {
            return new RuleResult.Refused(contradiction.get());
        }
        RuleResult result = transaction.execute(status -> {
            database.sql("select 1 from subscription where id = ? for no key update") // why: one change at a time
                    .param(subscriptionId)
                    .query(Integer.class)
                    .optional();
            SubscriptionRule now = settings.ruleOf(subscriptionId);
            if (!now.equals(seen)) {
                return new RuleResult.Overtaken(now);
            }
            write(subscriptionId, wanted);
            return new RuleResult.Saved();
        });
        if (result instanceof RuleResult.Saved && !wanted.equals(seen)) {
            audit.record(
                    "licensing.self-service-changed",
                    messages.text("selfservice.audit.subject", row.get().product(), row.get().company()),
                    new RuleWords(messages).own(wanted));
        }
        return result;
    }

    private void write(UUID subscriptionId, SubscriptionRule wanted) {
        if (wanted.equals(SubscriptionRule.INHERITED)) {
            database.sql("delete from subscription_rule where subscription_id = ?")
                    .param(subscriptionId)
                    .update();
            return;
        }
        database.sql(
                        """
                        insert into subscription_rule (subscription_id, allowed, approval_needed, min_seats, own_max,
                            max_seats, changed_at, changed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (subscription_id) do update set allowed = excluded.allowed,
                            approval_needed = excluded.approval_needed, min_seats = excluded.min_seats,
                            own_max = excluded.own_max, max_seats = excluded.max_seats,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param(subscriptionId)
                .param(wanted.allowed().orElse(null))
                .param(wanted.approvalNeeded())
                .param(wanted.minSeats().orElse(null))
                .param(wanted.ownMax())
                .param(wanted.maxSeats().orElse(null))
                .param(Timestamp.from(clock.instant()))
                .param(user.name())
                .update();
    }

    private Optional<String> contradiction(SubscriptionRule wanted) {
        if (wanted.minSeats().filter(min -> min < 1).isPresent()
                || wanted.maxSeats().filter(max -> max < 1).isPresent()) {
            return Optional.of(messages.text("selfservice.refused.least"));
        }
        return wanted.minSeats()
                .flatMap(min -> wanted.maxSeats()
                        .filter(max -> min > max)
                        .map(max -> messages.text("settings.refused.max", min, max)));
    }

    private RuleMatching matching(RuleFilter filter) {
        user.require(PERMISSION);
        return RuleMatching.of(filter, user.companies());
    }

    private static RuleRow row(ResultSet row) throws SQLException {
        return new RuleRow(
                row.getObject("id", UUID.class),
                row.getString("product"),
                row.getString("vendor"),
                row.getString("company"),
                row.getLong("quantity"),
                SettingsStore.rule(row));
    }
}
