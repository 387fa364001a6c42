package dev.portico.host;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.portico.host.database.TestDatabase;
import dev.portico.host.plugins.packages.SigningKeys;
import dev.portico.host.security.Acting;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.people.NewUser;
import dev.portico.host.security.people.UserService;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.ClassUtils;

/** A whole portal on a real database, with a browser window of Karibu-Testing for each test. */
@SuppressWarnings("unchecked")
@SpringBootTest(classes = Portal.class)
public abstract class WholePortalTest {

    private static final Routes ROUTES = routes();

    static {
        // why: plugins under test throw on threads of their own, and JobRunr interrupts a thread that has just ended a run
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private UserService users;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase database = TestDatabase.fresh();
        Path folder = TestFolder.create("portico-test");
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
        registry.add("spring.datasource.hikari.maximum-pool-size", () -> 8);
        registry.add("portico.data-folder", folder::toString);
        registry.add("portico.plugins.trusted-keys.test", SigningKeys.TRUSTED::publicText);
        registry.add("portico.plugins.reconcile-every", () -> "500ms");
        registry.add("jobrunr.background-job-server.worker-count", () -> 4);
        registry.add("jobrunr.background-job-server.interrupt-jobs-await-duration-on-stop", () -> "PT1S");
    }

    /** All views; Karibu-Testing's own search finds only public ones. */
    private static Routes routes() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
        Set<Class<? extends Component>> views = new LinkedHashSet<>();
        Set<Class<? extends HasErrorParameter<?>>> errors = new LinkedHashSet<>();
        for (var found : scanner.findCandidateComponents("dev.portico.host")) {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), WholePortalTest.class.getClassLoader());
            if (HasErrorParameter.class.isAssignableFrom(type)) {
                errors.add((Class<? extends HasErrorParameter<?>>) type);
            } else {
                views.add(type.asSubclass(Component.class));
            }
        }
        return new Routes(views, errors, true);
    }

    @BeforeEach
    void openWindow() {
        // why: static, and so left behind by whichever portal of this JVM started last
        SecurityContextHolder.setContextHolderStrategy(context.getBean(SecurityContextHolderStrategy.class));
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
    }

    @AfterEach
    void closeWindow() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    /** Signs in a new Primary Admin. */
    protected PortalUser signInAdmin() throws Exception {
        return signIn(Set.of(UserService.PRIMARY_ADMIN));
    }

    /** Signs in new staff that holds exactly these permissions. */
    protected PortalUser signInStaff(String... permissions) throws Exception {
        UUID role = Acting.asSystem(() -> users.createRole("role " + UUID.randomUUID(), Set.of(permissions)));
        return signIn(Set.of(role));
    }

    private PortalUser signIn(Set<UUID> roles) throws Exception {
        String email = "user-" + UUID.randomUUID() + "@example.com";
        UUID id = Acting.asSystem(() -> users.create(
                new NewUser(email, "Test User", "a long test password", new NewUser.Reach.Everything(), roles)));
        PortalUser user = new PortalUser(id, email, null, true);
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        SecurityContextHolder.getContext().setAuthentication(authentication);
        ((FakeRequest) VaadinServletRequest.getCurrent().getRequest()).setUserPrincipalInt(authentication);
        return user;
    }
}
