package dev.portico.pax8.connection;

import dev.portico.api.Secret;
import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.connection.ApiCredentials.Pair;
import dev.portico.pax8.connection.StoredConnection.State;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerProblem;
import dev.portico.pax8.partner.TokenClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The connection to Pax8: state, and what an administrator does with it. Whatever changes it needs
 * {@code manage_licensing} and throws {@link PermissionDenied} without it.
 */
public final class Pax8Connection {

    private static final String PERMISSION = "manage_licensing";

    /** Pax8 ends an approval 90 days after its last use. */
    private static final Duration WARN_AFTER = Duration.ofDays(80);

    private final ConnectionStore store;
    private final OAuthConnection oauth;
    private final ApiCredentials credentials;
    private final TokenClient tokenClient;
    private final PartnerClient partner;
    private final AccountCheck accountCheck;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pax8Connection(
            ConnectionStore store,
            OAuthConnection oauth,
            ApiCredentials credentials,
            TokenClient tokenClient,
            PartnerClient partner,
            AccountCheck accountCheck,
            Jobs jobs,
            AuditTrail audit,
            CurrentUser user,
            Messages messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.oauth = oauth;
        this.credentials = credentials;
        this.tokenClient = tokenClient;
        this.partner = partner;
        this.accountCheck = accountCheck;
        this.jobs = jobs;
        this.audit = audit;
        this.user = user;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** The state now; calls nobody. */
    public ConnectionStatus status() {
        return store.find().map(this::status).orElseGet(ConnectionStatus.NotConnected::new);
    }

    /** Why no data can flow at present, as a translated sentence that says what to do; empty if it can. */
    public Optional<String> obstacle() {
        return switch (status()) {
            case ConnectionStatus.Connected connected -> Optional.empty();
            case ConnectionStatus.NotConnected none -> Optional.of(messages.text("connection.none"));
            case ConnectionStatus.ReconnectNeeded needed -> Optional.of(needed.reason());
            case ConnectionStatus.AccountUnconfirmed other -> Optional.of(messages.text("connection.other-account"));
        };
    }

    /** Whether Pax8 will ask for a new approval within ten days. */
    public boolean expiresSoon() {
        return status() instanceof ConnectionStatus.Connected connected && connected.expiresSoon();
    }

    /**
     * Connects with the MSP's own API credentials; tries them first.
     *
     * @param clientId as Pax8 shows it
     * @param clientSecret goes into the vault if Pax8 accepts it
     */
    public ConnectOutcome connectWithApiCredentials(String clientId, Secret clientSecret) {
        user.require(PERMISSION);
        try {
            Secret token = tokenClient.token(clientId, clientSecret).value();
            PartnerClient onTrial = partner.forAPerson().with(token);
            onTrial.firstCompanies(1);
            boolean another = accountCheck.isAnother("", "", onTrial);
            credentials.put(new Pair(clientId, clientSecret));
            oauth.disconnect();
            connected(ConnectionMethod.API_CREDENTIALS, "", user.name(), another);
            return another ? new ConnectOutcome.AccountUnconfirmed() : new ConnectOutcome.Connected();
        } catch (PartnerProblem | ReconnectRequired problem) {
            return new ConnectOutcome.Refused(problem.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new ConnectOutcome.Refused(messages.text("connection.interrupted"));
        }
    }

    /** Calls Pax8 once and says what came of it; if it works, syncs that were paused go on. */
    public ConnectionTest test() {
        user.require(PERMISSION);
        try {
            partner.forAPerson().firstCompanies(1);
            if (store.move(State.RECONNECT_NEEDED, State.CONNECTED, "", clock.instant())) {
                dataMayFlow(false);
            }
            return new ConnectionTest(true, messages.text("connection.works"));
        } catch (ReconnectRequired refused) {
            reconnectNeeded(refused.getMessage());
            return new ConnectionTest(false, refused.getMessage());
        } catch (PartnerProblem problem) {
            return new ConnectionTest(false, problem.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new ConnectionTest(false, messages.text("connection.interrupted"));
        }
    }

    /** Notes that Pax8 refuses the credentials: syncs pause until somebody connects again. */
    public void reconnectNeeded(String reason) {
        user.require(PERMISSION);
        if (store.move(State.CONNECTED, State.RECONNECT_NEEDED, reason, clock.instant())) {
            jobs.pauseSchedules(true);
            audit.record("connection.refused", "Pax8", reason);
        }
    }

    /** Accepts that another account is connected than before; its data then replaces what is here. */
    public void confirmAccount() {
        user.require(PERMISSION);
        store.find()
                .filter(connection -> connection.state() == State.ACCOUNT_UNCONFIRMED)
                .ifPresent(connection -> {
                    save(State.CONNECTED, connection.method(), connection.newAccount(), "", connection.connectedBy());
                    audit.record("connection.account-confirmed", "Pax8", connection.newAccount());
                    dataMayFlow(true);
                });
    }

    /** Forgets tokens and credentials; data and mappings stay. */
    public void disconnect() {
        user.require(PERMISSION);
        forgetSecrets();
        store.find().ifPresent(connection -> {
            save(State.DISCONNECTED, connection.method(), connection.account(), "", connection.connectedBy());
            audit.record("connection.disconnected", "Pax8", connection.account());
        });
    }

    /** Forgets everything about the connection, as part of removing the integration. */
    public void forget() {
        user.require(PERMISSION);
        forgetSecrets();
        store.delete();
    }

    /** Takes over a connection that has just been made; its tokens or credentials are in place. */
    void connected(ConnectionMethod method, String account, String by, boolean another) {
        String known = store.find().map(StoredConnection::account).orElse("");
        if (another) {
            save(State.ACCOUNT_UNCONFIRMED, method, known, account, by);
            jobs.pauseSchedules(true);
            audit.record("connection.other-account", "Pax8", account);
        } else {
            save(State.CONNECTED, method, account.isEmpty() ? known : account, "", by);
            audit.record("connection.connected", "Pax8", account);
            dataMayFlow(false);
        }
    }

    private void dataMayFlow(boolean another) {
        jobs.pauseSchedules(false);
        events.publishEvent(new AccountConnected(another));
    }

    private void forgetSecrets() {
        jobs.pauseSchedules(true);
        oauth.disconnect();
        credentials.delete();
    }

    private void save(State state, ConnectionMethod method, String account, String newAccount, String by) {
        store.save(new StoredConnection(
                state, method, account, newAccount, "", clock.instant(), by, clock.instant()));
    }

    private ConnectionStatus status(StoredConnection stored) {
        return switch (stored.state()) {
            case DISCONNECTED -> new ConnectionStatus.NotConnected();
            case RECONNECT_NEEDED -> new ConnectionStatus.ReconnectNeeded(stored.reason(), stored.changedAt());
            case ACCOUNT_UNCONFIRMED ->
                new ConnectionStatus.AccountUnconfirmed(stored.account(), stored.newAccount());
            case CONNECTED -> connectedStatus(stored);
        };
    }

    private ConnectionStatus connectedStatus(StoredConnection stored) {
        if (stored.method() == ConnectionMethod.API_CREDENTIALS) {
            return connectedStatus(stored, false);
        }
        return oauth.connection()
                .map(approval -> connectedStatus(
                        stored, !clock.instant().isBefore(approval.refreshedAt().plus(WARN_AFTER))))
                .orElseGet(() -> new ConnectionStatus.ReconnectNeeded(
                        messages.text("connection.approval-missing"), stored.changedAt()));
    }

    private static ConnectionStatus connectedStatus(StoredConnection stored, boolean expiresSoon) {
        return new ConnectionStatus.Connected(
                stored.method(), stored.account(), stored.connectedAt(), stored.connectedBy(), expiresSoon);
    }
}
