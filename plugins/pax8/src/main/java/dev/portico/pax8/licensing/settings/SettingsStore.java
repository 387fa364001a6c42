package dev.portico.pax8.licensing.settings;

import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** What the subscription sets for itself. */
    public SubscriptionRule ruleOf(UUID subscriptionId) {
        return jdbc.sql("select * from subscription_rule where subscription_id = ?")
                .param(subscriptionId)
                .query((row, number) -> rule(row))
                .optional()
                .orElse(SubscriptionRule.INHERITED);
    }

    static SubscriptionRule rule(ResultSet row) throws SQLException {
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
