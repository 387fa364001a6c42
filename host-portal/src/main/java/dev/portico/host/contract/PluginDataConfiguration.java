package dev.portico.host.contract;

import dev.portico.host.jobs.PluginJobs;
import dev.portico.host.limits.RateLimits;
import dev.portico.host.notifications.PluginNotifications;
import dev.portico.host.oauth.PluginConnections;
import dev.portico.host.plugins.DataCount;
import dev.portico.host.plugins.PluginData;
import dev.portico.host.security.RoleGrants;
import dev.portico.host.vault.VaultService;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the portal's features keep for plugins, so that it can be counted and deleted when a plugin goes for good. */
@Configuration(proxyBeanMethods = false)
class PluginDataConfiguration {

    @Bean
    @Order(20)
    PluginData connectionsOfPlugins(PluginConnections connections) {
        return of("connections", id -> connections.connected(id) ? 1 : 0, connections::disconnect);
    }

    @Bean
    @Order(30)
    PluginData secretsOfPlugins(VaultService vault) {
        return of("secrets", vault::count, vault::deleteAll);
    }

    @Bean
    @Order(40)
    PluginData runsOfPlugins(PluginJobs jobs) {
        return of("runs", jobs::countRuns, jobs::deleteAll);
    }

    @Bean
    @Order(50)
    PluginData budgetsOfPlugins(RateLimits limits) {
        // why never counted: a budget is no data of anybody, and a new one is full again within a minute
        return of("budgets", id -> 0, limits::deleteAll);
    }

    @Bean
    @Order(55)
    PluginData noticesOfPlugins(PluginNotifications notifications) {
        return of("notices", notifications::count, notifications::deleteAll);
    }

    @Bean
    @Order(60)
    PluginData grantsOfPlugins(RoleGrants roles) {
        return new PluginData() {
            @Override
            public List<DataCount> count(String pluginId, Set<String> grants) {
                return List.of(new DataCount("grants", roles.count(grants)));
            }

            @Override
            public void delete(String pluginId, Set<String> grants) {
                roles.revoke(grants);
            }
        };
    }

    private static PluginData of(String kind, ToLongFunction<String> count, Consumer<String> delete) {
        return new PluginData() {
            @Override
            public List<DataCount> count(String pluginId, Set<String> grants) {
                return List.of(new DataCount(kind, count.applyAsLong(pluginId)));
            }

            @Override
            public void delete(String pluginId, Set<String> grants) {
                delete.accept(pluginId);
            }
        };
    }
}
