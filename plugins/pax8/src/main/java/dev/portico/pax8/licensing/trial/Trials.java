package dev.portico.pax8.licensing.trial;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.licensing.rules.Decision;
import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.Rule.Outcome;
import dev.portico.pax8.licensing.selfservice.RuleFilter;
import dev.portico.pax8.licensing.selfservice.RuleRow;
import dev.portico.pax8.licensing.selfservice.SubscriptionRules;
import dev.portico.pax8.licensing.settings.DecisionCaseJson;
import dev.portico.pax8.licensing.trial.Replay.Past;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries rules that are not saved. Needs {@code manage_licensing} and sees subscriptions and requests of those companies
 * only that the user may see.
 */
public final class Trials {

    /** How far a replay goes back. */
    static final Duration PAST = Duration.ofDays(90);

    private static final String PERMISSION = "manage_licensing";

    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final SubscriptionRules subscriptions;
    private final DecisionCaseJson json = new DecisionCaseJson();
    private final CurrentUser user;
    private final Clock clock;

    Trials(
            JdbcClient database,
            TransactionTemplate reading,
            SubscriptionRules subscriptions,
            CurrentUser user,
            Clock clock) {
        this.database = database;
        this.reading = reading;
        this.subscriptions = subscriptions;
        this.user = user;
        this.clock = clock;
    }

    /** Subscriptions to try with, by the name of their product. */
    public List<RuleRow> subscriptions(String text, int offset, int limit) {
        return subscriptions.page(new RuleFilter(text, false), RuleFilter.Sort.PRODUCT, true, offset, limit);
    }

    /** What would become of a request for the subscription. */
    public Decision decide(RuleRow subscription, long wanted, LicensingRules rules) {
        user.require(PERMISSION);
        return Decision.of(
                new DecisionCase(
                        subscription.seats(),
                        wanted,
                        subscription.vendor(),
                        subscription.rule(),
                        anotherOpen(subscription.id())),
                rules);
    }

    /** What the rules would have done with the requests of the last 90 days that needed a decision. */
    public Replay replay(LicensingRules rules) {
        user.require(PERMISSION);
        CompanyScope scope = user.companies();
        Replay replay = new Replay();
        RowCallbackHandler each = row -> replay.add(past(row), Decision.of(json.read(row.getString("decision_case")), rules));
        reading.executeWithoutResult(status -> database.sql(
                        """
                        select number, company_name, product_name, base_seats, wanted_seats, outcome, decision_case
                        from seat_request
                        where created_at >= :since and rule <> 'STAFF_DECIDES'
                          and (:everyCompany or portal_company_id = any (cast(:scope as uuid[])))
                        order by created_at desc, number desc
                        """)
                .param("since", Timestamp.from(clock.instant().minus(PAST)))
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", scope instanceof CompanyScope.Only only
                        ? only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"))
                        : "{}")
                .query(each));
        return replay;
    }

    private boolean anotherOpen(UUID subscriptionId) {
        return database.sql(
                        """
                        select exists (select from seat_request where subscription_id = ?
                            and state in ('PENDING', 'SCHEDULED', 'APPROVED', 'APPLYING', 'BY_HAND'))
                        """)
                .param(subscriptionId)
                .query(Boolean.class)
                .single();
    }

    private static Past past(ResultSet row) throws SQLException {
        return new Past(
                row.getLong("number"),
                row.getString("company_name"),
                row.getString("product_name"),
                row.getLong("base_seats"),
                row.getLong("wanted_seats"),
                Outcome.valueOf(row.getString("outcome")));
    }
}
