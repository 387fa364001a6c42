package dev.portico.api;

import dev.portico.api.job.JobDeclaration;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.api.screen.ScreenDeclaration;
import dev.portico.api.screen.WizardStepDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * A plugin that connects the portal to an outside system.
 *
 * <p>The portal creates one instance per load with the public no-argument constructor and asks it only for
 * declarations. Work is done by beans of {@link #configuration()}, which the portal puts into a Spring context of the
 * plugin's own. Beans may inject every interface of {@link dev.portico.api.host}, a {@link java.time.Clock} and a
 * {@link javax.sql.DataSource} whose default schema belongs to this plugin alone.
 *
 * <p>The plugin's id and version, and the API version it needs, stand in its jar's manifest ({@code Plugin-Id},
 * {@code Plugin-Version}, {@code Plugin-Requires}). Its migrations lie in {@code META-INF/portico/migrations}, its
 * texts in {@code META-INF/portico/messages.properties}. Keys named in declarations are keys of those texts.
 */
public interface IntegrationPlugin extends ExtensionPoint {

    /** Who this plugin is, as shown on its card. */
    PluginProfile profile();

    /** The plugin's Spring configuration class; it defines the beans that the other declarations name by type. */
    Class<?> configuration();

    /** Permissions that exist only while this plugin is enabled; checks may name them and the host's own. */
    default List<PermissionDeclaration> permissions() {
        return List.of();
    }

    /** Pages of the plugin. */
    default List<ScreenDeclaration> screens() {
        return List.of();
    }

    /** Background jobs of the plugin. */
    default List<JobDeclaration> jobs() {
        return List.of();
    }

    /**
     * The OAuth 2 client registration of the plugin.
     *
     * @param settings the plugin's own settings
     * @return empty if the plugin does not use OAuth or the settings for it are missing
     */
    default Optional<OAuthClientDeclaration> oauthClient(PluginSettings settings) {
        return Optional.empty();
    }

    /**
     * Host names the plugin talks to; its HTTP clients refuse all others.
     *
     * @param settings the plugin's own settings
     */
    default Set<String> hosts(PluginSettings settings) {
        return Set.of();
    }

    /** The bean that tells the state of the connection and what can be done from the card. */
    Class<? extends IntegrationCard> card();

    /** Steps of the set-up wizard, in order. */
    default List<WizardStepDeclaration> wizard() {
        return List.of();
    }

    /** The bean that knows what Remove Integration deletes, and deletes it. */
    Class<? extends IntegrationRemoval> removal();
}
