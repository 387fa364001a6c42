package dev.portico.host.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import dev.portico.api.kit.ThePortal;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What the author's kit says of the portal is so. */
class AuthorKitTest {

    @Test
    void knowsEveryPermissionOfThePortal() {
        PermissionRegistry registry = new PermissionRegistry();
        new HostPermissions(registry);
        assertThat(registry.all()).extracting(Permission::key).containsExactlyInAnyOrderElementsOf(ThePortal.PERMISSIONS);
    }

    @Test
    void knowsEveryPathOfThePortal() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var views = scanner.findCandidateComponents("dev.portico.host");
        assertThat(views).isNotEmpty();
        for (var view : views) {
            String path = Class.forName(view.getBeanClassName()).getAnnotation(Route.class).value();
            assertThat(path.isEmpty() || ThePortal.PATHS.contains(path.split("/")[0])).as(path).isTrue();
        }
    }
}
