package dev.portico.host.integrations;

import dev.portico.api.IntegrationRemoval;
import dev.portico.api.IntegrationRemoval.RemovalCount;
import dev.portico.api.PluginProfile;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.api.screen.IntegrationCard.CardStatus;
import dev.portico.host.audit.AuditService;
import dev.portico.host.jobs.PluginJobs;
import dev.portico.host.oauth.PluginConnections;
import dev.portico.host.plugins.PluginRuntime;
import dev.portico.host.plugins.PluginStatus;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.texts.Texts;
import dev.portico.host.vault.VaultService;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The integrations that the running plugins bring. Everything here needs {@link #PERMISSION}. */
@Service
class IntegrationService {

    /** Permission for Settings &gt; Integrations. */
    static final String PERMISSION = "manage_integrations";

    private static final Texts TEXTS = Texts.of("integrations");

    /** Time that syncs under way have to stop before their data is deleted. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /** Time that a plugin has to delete its data, in one transaction however much there is. */
    private static final Duration REMOVAL_LIMIT = Duration.ofMinutes(2);

    private final PluginRuntime plugins;
    private final CardReader cards;
    private final CurrentUser user;
    private final PluginJobs jobs;
    private final VaultService vault;
    private final PluginConnections connections;
    private final AuditService audit;

    IntegrationService(
            PluginRuntime plugins,
            CardReader cards,
            CurrentUser user,
            PluginJobs jobs,
            VaultService vault,
            PluginConnections connections,
            AuditService audit) {
        this.plugins = plugins;
        this.cards = cards;
        this.user = user;
        this.jobs = jobs;
        this.vault = vault;
        this.connections = connections;
        this.audit = audit;
    }

    /**
     * What a card shows. It holds nothing of the plugin's, so that a page with it does not keep the plugin's code.
     *
     * @param actions without those the user may not do
     */
    record Card(
            String id, PluginProfile profile, String category, String summary, CardStatus status,
            List<CardAction> actions) {}

    /**
     * An entry of the card's menu; the plugin is asked again when it is chosen.
     *
     * @param label translated
     * @param permission without which it is not shown
     */
    record CardAction(String id, String label, String permission) {}

    /** The cards of all running plugins, ordered by id. */
    List<Card> cards() {
        user.require(PERMISSION);
        return plugins.running().stream().map(cards::read).toList();
    }

    /** Plugins that shall run here but could not be started. */
    List<PluginStatus> broken() {
        user.require(PERMISSION);
        return plugins.statuses().stream()
                .filter(status -> status.state() == PluginStatus.State.FAILED)
                .toList();
    }

    /** The running plugin with that id. */
    Optional<RunningPlugin> plugin(String id) {
        user.require(PERMISSION);
        return plugins.find(id);
    }

    /** Does an action of a card and tells in a sentence what happened. */
    String act(String pluginId, String actionId) {
        user.require(PERMISSION);
        RunningPlugin plugin = running(pluginId);
        return plugin.callApart("action " + actionId, () -> {
            IntegrationCard.CardAction action = plugin.bean(plugin.declarations().card()).actions().stream()
                    .filter(it -> it.id().equals(actionId))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(TEXTS.text("action.gone")));
            user.require(action.permission());
            return CardReader.line(action.run().get(), "the answer of an action");
        });
    }

    /** What removing the integration would delete now. */
    List<RemovalCount> removalPreview(String pluginId) {
        user.require(PERMISSION);
        RunningPlugin plugin = running(pluginId);
        return plugin.callApart("removal preview", () -> CardReader.counts(removal(plugin).preview()));
    }

    /**
     * Deletes all data of the integration: schedules and runs under way first, so that nothing writes any more, then
     * the plugin's data, then tokens and secrets.
     *
     * @throws RemovalRefused if a run under way does not stop
     */
    void remove(String pluginId) {
        user.require(PERMISSION);
        RunningPlugin plugin = running(pluginId);
        List<RemovalCount> deleted = removalPreview(pluginId);
        stopJobs(pluginId);
        jobs.deleteAll(pluginId);
        plugin.callApart("removal", REMOVAL_LIMIT, () -> true, () -> {
            removal(plugin).remove();
            return true;
        });
        connections.disconnect(pluginId);
        vault.deleteAll(pluginId);
        audit.record(pluginId, "integration.removed", pluginId, deleted.toString());
    }

    private void stopJobs(String pluginId) {
        try {
            if (jobs.stopAll(pluginId, STOP_LIMIT)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RemovalRefused(TEXTS.text("remove.still.running"));
    }

    private static IntegrationRemoval removal(RunningPlugin plugin) {
        return plugin.bean(plugin.declarations().removal());
    }

    private RunningPlugin running(String pluginId) {
        return plugins.find(pluginId)
                .orElseThrow(() -> new NoSuchElementException(TEXTS.text("plugin.not.running", pluginId)));
    }
}
