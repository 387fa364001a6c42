package dev.portico.host.screens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.shared.Registration;
import dev.portico.api.IntegrationPlugin;
import dev.portico.api.screen.ScreenDeclaration;
import dev.portico.host.plugins.PluginContribution;
import dev.portico.host.plugins.PluginRuntime;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.security.Access;
import dev.portico.host.security.RoutePermission;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;

/** Gives every page of a plugin a route, always to the portal's own view class, and a place in the drawer. */
@org.springframework.stereotype.Component
@Order(30)
class PluginScreens implements PluginContribution, RoutePermission, VaadinServiceInitListener {

    private final Set<ApplicationRouteRegistry> registries = ConcurrentHashMap.newKeySet();
    private final NavigationRegistry navigation;
    private final OpenScreens open;
    private final PluginRuntime plugins;
    private final Clock clock;
    private final Map<String, PluginPage> pages = new ConcurrentHashMap<>();

    PluginScreens(
            ServletContext servletContext,
            NavigationRegistry navigation,
            OpenScreens open,
            PluginRuntime plugins,
            Clock clock) {
        registries.add(ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext)));
        this.navigation = navigation;
        this.open = open;
        this.plugins = plugins;
        this.clock = clock;
    }

    /** A page and the plugin it belongs to. */
    record PluginPage(RunningPlugin plugin, ScreenDeclaration screen) {

        Access access() {
            return new Access(screen.permission(), screen.audience());
        }
    }

    @Override
    public String name() {
        return "screens";
    }

    /** The page of that path, without a leading slash. */
    Optional<PluginPage> find(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    @Override
    public Optional<Access> requiredFor(Class<? extends Component> view, String path) {
        return view == PluginScreenView.class
                ? find(path).map(PluginPage::access)
                : Optional.empty();
    }

    @Override
    public void check(String pluginId, IntegrationPlugin declarations) {
        declarations.screens().forEach(screen -> {
            boolean own = find(screen.path())
                    .filter(page -> page.plugin().id().equals(pluginId))
                    .isPresent();
            if (!own) {
                requireFree(screen.path());
            }
        });
    }

    @Override
    public Registration register(RunningPlugin plugin) {
        Deque<Registration> registered = new ArrayDeque<>();
        String name = plugin.declarations().profile().name();
        Registration all = () -> {
            registered.forEach(Registration::remove);
            open.leave(plugin.id(), name, plugins.departure(plugin.id()));
        };
        try {
            plugin.declarations().screens().forEach(it -> registered.push(register(new PluginPage(plugin, it))));
        } catch (RuntimeException e) {
            all.remove();
            throw e;
        }
        return all;
    }

    private Registration register(PluginPage page) {
        String path = page.screen().path();
        requireFree(path);
        pages.put(path, page);
        try {
            registries.forEach(registry -> setRoute(registry, path));
            Registration item = page.screen()
                    .navigation()
                    .map(place -> navigation.register(item(page, place)))
                    .orElse(() -> {});
            return () -> {
                item.remove();
                free(path);
            };
        } catch (RuntimeException e) { // why: such as a path that is none; nobody else could ever have it
            free(path);
            throw e;
        }
    }

    private void free(String path) {
        registries.forEach(registry -> RouteConfiguration.forRegistry(registry).removeRoute(path));
        pages.remove(path);
    }

    private void requireFree(String path) {
        if (pages.containsKey(path) || registries.stream().anyMatch(it -> taken(it, path))) {
            throw new IllegalStateException(
                    "The path " + path + " belongs to another page of the portal: choose another one in the plugin");
        }
    }

    private NavigationItem item(PluginPage page, ScreenDeclaration.Navigation place) {
        return new NavigationItem(
                () -> page.plugin().text(place.groupKey()),
                () -> page.plugin().text(page.screen().titleKey()),
                page.screen().path(),
                place.icon(),
                place.order(),
                page.access(),
                place.badge()
                        .map(badge -> new PluginBadge(page.plugin(), page.screen().path(), badge, clock)));
    }

    private static boolean taken(ApplicationRouteRegistry registry, String path) {
        return RouteConfiguration.forRegistry(registry).isPathAvailable(path);
    }

    private static void setRoute(ApplicationRouteRegistry registry, String path) {
        RouteConfiguration.forRegistry(registry).setRoute(path, PluginScreenView.class, List.of(MainLayout.class));
    }

    /** A service that starts after plugins did, with routes of its own, gets theirs as well. */
    @Override
    public void serviceInit(ServiceInitEvent event) {
        ApplicationRouteRegistry registry =
                ApplicationRouteRegistry.getInstance(event.getSource().getContext());
        if (registries.add(registry)) {
            pages.keySet().forEach(path -> setRoute(registry, path));
            event.getSource().addServiceDestroyListener(destroyed -> registries.remove(registry));
        }
    }
}
