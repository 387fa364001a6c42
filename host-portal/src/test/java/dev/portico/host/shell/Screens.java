package dev.portico.host.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/** The portal's screens on the server side, as one browser window sees them. */
public final class Screens {

    private static final Routes ROUTES = routes();

    private Screens() {}

    /** Opens the portal as a signed-in user. */
    public static void open(ApplicationContext portal, PortalUser user) {
        TestPeople.signIn(user);
        open(portal);
    }

    /** Opens the portal as whoever is signed in on this thread, or as nobody. */
    public static void open(ApplicationContext portal) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            request.setUserPrincipalInt(authentication);
            return request;
        });
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, portal, MockedUI::new));
    }

    public static void close() {
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(FakeRequest::new);
        TestPeople.signOut();
    }

    public static void go(String path) {
        UI ui = UI.getCurrent();
        // why: as the browser does it; the mocked navigate() refuses addresses without a page
        ui.getInternals().getRouter().navigate(ui, new Location(path), NavigationTrigger.PAGE_LOAD);
    }

    public static String title() {
        return _get(H1.class).getText();
    }

    /** The heading of an empty state or error page. */
    public static String heading() {
        return _get(H2.class).getText();
    }

    public static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    public static boolean hasButton(String text) {
        return !_find(Button.class, spec -> spec.withText(text)).isEmpty();
    }

    public static List<String> drawer() {
        return _find(SideNavItem.class).stream().map(SideNavItem::getLabel).toList();
    }

    @SuppressWarnings("unchecked")
    private static Routes routes() {
        Routes routes = new Routes();
        routes.getErrorRoutes().clear();
        // why: the library's own discovery overlooks views that are not public
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
        scanner.findCandidateComponents("dev.portico.host").forEach(found -> {
            Class<?> view = ClassUtils.resolveClassName(found.getBeanClassName(), Screens.class.getClassLoader());
            if (HasErrorParameter.class.isAssignableFrom(view)) {
                routes.getErrorRoutes().add((Class<? extends HasErrorParameter<?>>) view);
            } else {
                routes.getRoutes().add(view.asSubclass(Component.class));
            }
        });
        return routes;
    }

    /** All text below a component. */
    public static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }

    public static List<String> notices() {
        return _find(Notification.class).stream()
                .filter(Notification::isOpened)
                .map(Screens::textOf)
                .toList();
    }
}
