package dev.portico.host.integrations;

import dev.portico.api.IntegrationRemoval;
import dev.portico.api.IntegrationRemoval.RemovalCount;
import dev.portico.api.PluginProfile;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.api.screen.IntegrationCard.CardAction;
import dev.portico.api.screen.IntegrationCard.CardStatus;
import dev.portico.api.screen.IntegrationCard.ConnectionState;
import dev.portico.host.audit.AuditService;
import dev.portico.host.jobs.PluginJobs;
import dev.portico.host.oauth.PluginConnections;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.plugins.PluginFailure;
import dev.portico.host.plugins.PluginRuntime;
import dev.portico.host.plugins.PluginStatus;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.texts.Texts;
import dev.portico.host.vault.VaultService;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

    private final PluginRuntime plugins;
    private final CurrentUser user;
    private final PluginJobs jobs;
    private final VaultService vault;
    private final PluginConnections connections;
    private final AuditService audit;

    IntegrationService(
            PluginRuntime plugins,
            CurrentUser user,
            PluginJobs jobs,
            VaultService vault,
            PluginConnections connections,
            AuditService audit) {
        this.plugins = plugins;
        this.user = user;
        this.jobs = jobs;
        this.vault = vault;
        this.connections = connections;
        this.audit = audit;
    }

    /**
     * What a card shows.
     *
     * @param actions without those the user may not do
     */
    record Card(
            String id, PluginProfile profile, String category, String summary, CardStatus status,
            List<CardAction> actions) {}

    /** The cards of all running plugins, ordered by id. */
    List<Card> cards() {
        user.require(PERMISSION);
        return plugins.running().stream().map(this::card).toList();
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

    private Card card(RunningPlugin plugin) {
        try {
            return plugin.call("card", () -> {
                IntegrationCard card = plugin.bean(plugin.declarations().card());
                PluginProfile profile = plugin.declarations().profile();
                return new Card(
                        plugin.id(),
                        profile,
                        plugin.text(profile.categoryKey()),
                        plugin.text(profile.summaryKey()),
                        withFailure(plugin, card.status()),
                        card.actions().stream()
                                .filter(action -> user.may(action.permission()))
                                .toList());
            });
        } catch (PluginCallFailed e) {
            return red(plugin, e);
        }
    }

    /** A plugin that is fine but failed in a screen or job says so, unless it has a problem of its own to tell. */
    private CardStatus withFailure(RunningPlugin plugin, CardStatus status) {
        Optional<PluginFailure> failure = plugin.lastFailure();
        if (failure.isEmpty() || status.problem().isPresent() || status.state() != ConnectionState.CONNECTED) {
            return status;
        }
        return new CardStatus(
                status.state(),
                status.line(),
                Optional.of(TEXTS.text("card.failure", failure.get().what(), failure.get().problem())),
                status.link());
    }

    private Card red(RunningPlugin plugin, PluginCallFailed problem) {
        CardStatus status = new CardStatus(
                ConnectionState.ERROR,
                "",
                Optional.of(TEXTS.text("card.broken", problem.getMessage())),
                Optional.empty());
        return new Card(
                plugin.id(),
                new PluginProfile(plugin.id(), plugin.id().substring(0, 1).toUpperCase(Locale.ROOT), "", "", ""),
                "",
                "",
                status,
                List.of());
    }

    /** Does an action of a card and tells in a sentence what happened. */
    String act(String pluginId, String actionId) {
        user.require(PERMISSION);
        RunningPlugin plugin = running(pluginId);
        return plugin.call("action " + actionId, () -> {
            CardAction action = plugin.bean(plugin.declarations().card()).actions().stream()
                    .filter(it -> it.id().equals(actionId))
                    .findFirst()
                    .orElseThrow();
            user.require(action.permission());
            return action.run().get();
        });
    }

    /** What removing the integration would delete now. */
    List<RemovalCount> removalPreview(String pluginId) {
        user.require(PERMISSION);
        RunningPlugin plugin = running(pluginId);
        return plugin.call("removal preview", () -> removal(plugin).preview());
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
        plugin.call("removal", () -> {
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
