package dev.portico.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.router.Route;
import dev.portico.host.security.RequiresPermission;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobsViewTest {

    private final JobsView view = new JobsView();

    @Test
    void needsThePermission() {
        assertThat(JobsView.class.getAnnotation(RequiresPermission.class).value())
                .isEqualTo("manage_jobs");
        assertThat(JobsView.class.getAnnotation(Route.class).value()).isEqualTo("jobs");
    }

    @Test
    void framesTheDashboardUnderANameForReaders() {
        IFrame frame = descendants(view)
                .filter(IFrame.class::isInstance)
                .map(IFrame.class::cast)
                .findAny()
                .orElseThrow();
        assertThat(frame.getSrc()).isEqualTo("jobs/dashboard/overview");
        assertThat(frame.getTitle()).contains("Dashboard of the background jobs");
    }

    @Test
    void opensTheDashboardInAWindowOnRequest() {
        Anchor link = descendants(view)
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .findAny()
                .orElseThrow();
        assertThat(link.getText()).isEqualTo("Open in a window");
        assertThat(link.getHref()).isEqualTo("jobs/dashboard/overview");
        assertThat(link.getTarget()).contains("_blank");
        assertThat(link.isRouterIgnore()).isTrue();
        assertThat(view.getPageTitle()).isEqualTo("Jobs · Portico");
    }

    private static Stream<Component> descendants(Component component) {
        return Stream.concat(
                Stream.of(component), component.getChildren().flatMap(JobsViewTest::descendants));
    }
}
