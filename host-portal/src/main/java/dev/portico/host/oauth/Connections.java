package dev.portico.host.oauth;

import dev.portico.host.vault.VaultService;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the connection objects of plugins. */
@Component
class Connections implements PluginConnections {

    private final VaultService vault;
    private final ConnectionStore store;
    private final TokenRenewal renewal;
    private final ReconnectNotice notice;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PluginClientRegistrations registrations;

    Connections(
            VaultService vault,
            ConnectionStore store,
            TokenRenewal renewal,
            ReconnectNotice notice,
            PlatformTransactionManager transactions,
            Clock clock,
            PluginClientRegistrations registrations) {
        this.vault = vault;
        this.store = store;
        this.renewal = renewal;
        this.notice = notice;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.registrations = registrations;
    }

    @Override
    public boolean connected(String pluginId) {
        return store.find(pluginId).isPresent();
    }

    @Override
    public void disconnect(String pluginId) {
        of(pluginId).disconnect();
    }

    @Override
    public Optional<String> connectAddress(String pluginId) {
        return Optional.ofNullable(registrations.findByRegistrationId(pluginId))
                .map(registration -> OAuthConfiguration.START + "/" + pluginId);
    }

    PluginConnection of(String pluginId) {
        return new PluginConnection(pluginId, vault.forOwner(pluginId), store, renewal, notice, transaction, clock);
    }
}
