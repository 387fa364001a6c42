package dev.portico.host.oauth;

import dev.portico.api.host.ConnectionListener;
import dev.portico.api.host.CurrentUser;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.plugins.PluginRuntime;
import dev.portico.host.plugins.RunningPlugin;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the browser arrives after the outside system sent it back. Spring's filter has done the exchange by then, or
 * has found no request of this session that fits the {@code state}; here it is only told what happened, in the wizard.
 */
@Controller
class ConnectController {

    /** Session attribute that the exchange leaves when it ended well. */
    static final String CONNECTED = ConnectController.class.getName() + ".connected";

    private final PluginRuntime plugins;
    private final Connections connections;
    private final CurrentUser user;

    ConnectController(PluginRuntime plugins, Connections connections, CurrentUser user) {
        this.plugins = plugins;
        this.connections = connections;
        this.user = user;
    }

    @GetMapping(PluginClientRegistrations.CALLBACK + "{pluginId}")
    String connected(
            @PathVariable String pluginId,
            @RequestParam Optional<String> code,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> error,
            HttpSession session) {
        Optional<RunningPlugin> plugin = plugins.find(pluginId);
        if (plugin.isEmpty() || !user.may(VaultAuthorizedClients.PERMISSION)) {
            return "redirect:/settings/integrations"; // why: that page says what is missing
        }
        boolean exchanged = pluginId.equals(session.getAttribute(CONNECTED));
        session.removeAttribute(CONNECTED);
        String problem = exchanged ? tell(plugin.get()) : problem(code, state, error);
        String step = "redirect:/settings/integrations/" + pluginId + "/setup/"
                + plugin.get().declarations().wizard().getFirst().id();
        return problem == null ? step + "?connected" : step + "?problem=" + problem;
    }

    private @Nullable String tell(RunningPlugin plugin) {
        try {
            plugin.call("connected", () -> {
                connections.of(plugin.id()).connection().ifPresent(connection -> plugin
                        .bean(ConnectionListener.class)
                        .connected(connection));
                return true;
            });
            return null;
        } catch (PluginCallFailed e) {
            return "unknown";
        }
    }

    /** One word that the plugin's wizard turns into a sentence; nothing of what the browser brought is shown. */
    private static String problem(Optional<String> code, Optional<String> state, Optional<String> error) {
        if (code.isPresent() || error.isEmpty()) {
            return "state"; // why: had the state fitted, the filter would have taken the code
        }
        return switch (error.get()) {
            case "access_denied" -> state.isPresent() ? "state" : "denied";
            case "invalid_grant" -> "code";
            case "invalid_token_response" -> "unreachable";
            case "invalid_client", "unauthorized_client", "invalid_scope", "invalid_request" -> "refused";
            default -> "unknown";
        };
    }
}
