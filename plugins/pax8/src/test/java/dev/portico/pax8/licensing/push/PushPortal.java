package dev.portico.pax8.licensing.push;

import com.zaxxer.hikari.HikariDataSource;
import dev.portico.api.PluginSettings;
import dev.portico.api.Secret;
import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.HttpClients;
import dev.portico.api.host.Messages;
import dev.portico.api.host.Notifications;
import dev.portico.api.host.OAuthConnection;
import dev.portico.api.host.RateLimiter;
import dev.portico.api.host.Vault;
import dev.portico.host.database.TestDatabase;
import dev.portico.pax8.connection.ConnectOutcome;
import dev.portico.pax8.connection.ConnectionConfiguration;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.fixtures.HostStandIn;
import dev.portico.pax8.fixtures.Portal;
import dev.portico.pax8.fixtures.PropertyTexts;
import dev.portico.pax8.licensing.requests.RequestsConfiguration;
import dev.portico.pax8.licensing.settings.SettingsConfiguration;
import dev.portico.pax8.licensing.terms.TermsConfiguration;
import dev.portico.pax8.licensing.words.WordsConfiguration;
import dev.portico.pax8.mapping.MappingConfiguration;
import dev.portico.pax8.partner.PartnerConfiguration;
import dev.portico.pax8.sync.SyncConfiguration;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plugin's beans without screens, in real time, over a database and a Pax8 that others may use as well. */
final class PushPortal implements AutoCloseable {

    /** Patience of tests: a call ends after four seconds, an unclear one counts as lost after ten. */
    static final Map<String, String> SHORT = Map.of(
            "call-tries", "1",
            "first-wait-ms", "20",
            "call-timeout", "PT4S",
            "settle-time", "PT10S",
            "confirm-limit", "PT20S",
            "push-patience", "PT8S");

    final Clock clock = Clock.systemUTC();
    final HostStandIn host = new HostStandIn(clock);
    final HikariDataSource dataSource;
    final JdbcClient jdbc;
    final Portal portal;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    PushPortal(Database database, String pax8) {
        this(database, pax8, UnaryOperator.identity());
    }

    /** Whatever goes to Pax8 goes through other clients. */
    PushPortal(Database database, String pax8, UnaryOperator<HttpClients> clients) {
        dataSource = database.open();
        jdbc = JdbcClient.create(dataSource);
        portal = new Portal(jdbc, clock);
        host.settings.putAll(SHORT);
        host.settings.put("api-url", pax8);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(PluginSettings.class, host::pluginSettings);
        context.registerBean(Messages.class, PropertyTexts::new);
        context.registerBean(HttpClients.class, () -> clients.apply(host.httpClients()));
        context.registerBean(RateLimiter.class, () -> (name, calls, period) -> {});
        context.registerBean(Vault.class, host::vaultOfPlugin);
        context.registerBean(OAuthConnection.class, host::oauth);
        context.registerBean(AuditTrail.class, host::auditTrail);
        context.registerBean(Notifications.class, host::notifications);
        context.registerBean(Portal.class, () -> portal);
        context.register(
                PartnerConfiguration.class,
                ConnectionConfiguration.class,
                SyncConfiguration.class,
                MappingConfiguration.class,
                SettingsConfiguration.class,
                TermsConfiguration.class,
                WordsConfiguration.class,
                RequestsConfiguration.class,
                PushConfiguration.class);
        context.refresh();
        // why more than once: the first call on a busy machine may take longer than a call may
        ConnectOutcome outcome = connect();
        for (int tries = 1; tries < 5 && !(outcome instanceof ConnectOutcome.Connected); tries++) {
            outcome = connect();
        }
        if (!(outcome instanceof ConnectOutcome.Connected)) {
            throw new IllegalStateException("Not connected: " + outcome);
        }
    }

    private ConnectOutcome connect() {
        return bean(Pax8Connection.class)
                .connectWithApiCredentials("portico-demo", Secret.of("portico-demo-secret"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether nothing is left to push. */
    boolean settled() {
        return jdbc.sql("select count(*) from seat_request where state in ('APPROVED', 'APPLYING', 'SCHEDULED')")
                        .query(Long.class)
                        .single()
                == 0;
    }

    @Override
    public void close() {
        context.close();
        dataSource.close();
    }

    /** Where the data is. */
    record Database(String url, String user, String password) {

        /** A new one with the tables of portal and plugin. */
        static Database migrated() {
            TestDatabase made = TestDatabase.migrated();
            Database database = new Database(made.jdbcUrl(), made.username(), made.password());
            try (HikariDataSource dataSource = database.open()) {
                Flyway.configure()
                        .dataSource(dataSource)
                        .locations("classpath:META-INF/portico/migrations")
                        .schemas("pax8")
                        .load()
                        .migrate();
            }
            return database;
        }

        HikariDataSource open() {
            HikariDataSource dataSource = new HikariDataSource();
            dataSource.setJdbcUrl(url);
            dataSource.setUsername(user);
            dataSource.setPassword(password);
            dataSource.setSchema("pax8");
            dataSource.setMaximumPoolSize(6);
            dataSource.setMinimumIdle(0);
            return dataSource;
        }
    }
}
