package dev.portico.pax8.licensing.settings;

import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settings as they are stored; asks for no permission, see {@link SettingsService}. */
public final class SettingsStore {

    private final JdbcClient jdbc;

    SettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version. */
    public LicensingSettings now() {
        return jdbc.sql("select * from licensing_settings order by version desc limit 1")
                .query((row, number) -> settings(row))
                .single();
    }

    /**
     * Adds the next version.
     *
     * @return whether it was added: not if another one of that number is there
     */
    boolean add(LicensingSettings next) {
        LicensingRules rules = next.rules();
        return jdbc.sql(
                                """
                                insert into licensing_settings (version, approval_by_default, auto_approve_percent,
                                    vendors_always_ask, self_service_allowed, min_seats, max_seats, new_products_visible,
                                    clients_see_prices, vendors_by_hand, writes_stopped, changed_at, changed_by)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (version) do nothing
                                """)
                        .param(next.version())
                        .param(rules.approvalByDefault())
                        .param(rules.autoApprovePercent())
                        .param(rules.vendorsAlwaysAsk().toArray(String[]::new))
                        .param(rules.selfServiceAllowed())
                        .param(rules.minSeats())
                        .param(rules.maxSeats().orElse(null))
                        .param(next.newProductsVisible())
                        .param(next.clientsSeePrices())
                        .param(next.vendorsByHand().toArray(String[]::new))
                        .param(next.writesStopped())
                        .param(Timestamp.from(next.changedAt()))
                        .param(next.changedBy())
                        .update()
                == 1;
    }

    /** What the subscription sets for itself. */
    public SubscriptionRule ruleOf(UUID subscriptionId) {
        return jdbc.sql("select * from subscription_rule where subscription_id = ?")
                .param(subscriptionId)
                .query((row, number) -> rule(row))
                .optional()
                .orElse(SubscriptionRule.INHERITED);
    }

    /** Reads the columns of {@code subscription_rule}; null in all of them inherits everything. */
    public static SubscriptionRule rule(ResultSet row) throws SQLException {
        return new SubscriptionRule(
                Optional.ofNullable(row.getObject("allowed", Boolean.class)),
                row.getBoolean("approval_needed"),
                Optional.ofNullable(row.getObject("min_seats", Long.class)),
                row.getBoolean("own_max"),
                Optional.ofNullable(row.getObject("max_seats", Long.class)));
    }

    private static LicensingSettings settings(ResultSet row) throws SQLException {
        return new LicensingSettings(
                row.getInt("version"),
                new LicensingRules(
                        row.getBoolean("approval_by_default"),
                        row.getInt("auto_approve_percent"),
                        texts(row.getArray("vendors_always_ask")),
                        row.getBoolean("self_service_allowed"),
                        row.getLong("min_seats"),
                        Optional.ofNullable(row.getObject("max_seats", Long.class))),
                row.getBoolean("new_products_visible"),
                row.getBoolean("clients_see_prices"),
                texts(row.getArray("vendors_by_hand")),
                row.getBoolean("writes_stopped"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
