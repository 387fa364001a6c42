package dev.portico.pax8.connection;

import dev.portico.api.host.ConnectionListener;
import dev.portico.api.host.OAuthConnection;
import dev.portico.pax8.partner.PartnerClient;

/** Takes over what an administrator has just approved at Pax8; the portal has checked that he may. */
final class OAuthListener implements ConnectionListener {

    private final Pax8Connection connection;
    private final ConnectionStore store;
    private final ApiCredentials credentials;
    private final AccountCheck accountCheck;
    private final OAuthConnection oauth;
    private final PartnerClient partner;

    OAuthListener(
            Pax8Connection connection,
            ConnectionStore store,
            ApiCredentials credentials,
            AccountCheck accountCheck,
            OAuthConnection oauth,
            PartnerClient partner) {
        this.connection = connection;
        this.store = store;
        this.credentials = credentials;
        this.accountCheck = accountCheck;
        this.oauth = oauth;
        this.partner = partner;
    }

    @Override
    public void connected(OAuthConnection.Connection approval) {
        credentials.delete();
        connection.connected(ConnectionMethod.OAUTH, approval.account(), approval.connectedBy(), isAnother(approval));
    }

    private boolean isAnother(OAuthConnection.Connection approval) {
        String known = store.find().map(StoredConnection::account).orElse("");
        try {
            return accountCheck.isAnother(
                    known, approval.account(), partner.forAPerson().with(oauth.accessToken()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
