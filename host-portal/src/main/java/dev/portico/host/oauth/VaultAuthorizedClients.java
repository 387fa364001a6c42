package dev.portico.host.oauth;

import dev.portico.api.host.CurrentUser;
import dev.portico.host.audit.AuditService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Where Spring's authorization-code flow leaves its tokens: they belong to the plugin, not to the user who connected. */
@Component
class VaultAuthorizedClients implements OAuth2AuthorizedClientRepository {

    /** Permission needed to connect an integration. */
    static final String PERMISSION = "manage_integrations";

    private final Connections connections;
    private final CurrentUser user;
    private final AuditService audit;
    private final Clock clock;

    VaultAuthorizedClients(Connections connections, CurrentUser user, AuditService audit, Clock clock) {
        this.connections = connections;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!user.may(PERMISSION)) {
            return; // why: the permission was taken away during the flow; the controller refuses the request itself
        }
        String pluginId = client.getClientRegistration().getRegistrationId();
        StoredTokens tokens = StoredTokens.of(client.getAccessToken(), client.getRefreshToken(), clock.instant());
        String account = AccountClaim.of(tokens.access());
        connections.of(pluginId).connected(tokens, user.name(), account);
        audit.record(pluginId, "integration.connected", pluginId, account);
        request.getSession().setAttribute(ConnectController.CONNECTED, pluginId);
    }

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registrationId, Authentication principal, HttpServletRequest request) {
        return null; // why: tokens are used by plugins through their OAuthConnection, never by Spring's filters
    }

    @Override
    public void removeAuthorizedClient(
            String registrationId,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        connections.of(registrationId).disconnect();
    }
}
