package dev.portico.host.plugins;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.PermissionDenied;
import dev.portico.host.WholePortalTest;
import dev.portico.host.integrations.IntegrationMenu;
import dev.portico.host.jobs.PluginJobs;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.security.PermissionRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PluginRuntimeTest extends WholePortalTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String id = "thing" + NUMBER.incrementAndGet();

    @Autowired
    private Packages packages;

    @Autowired
    private PluginRuntime runtime;

    @Autowired
    private PluginAdministration administration;

    @Autowired
    private PermissionRegistry permissions;

    @Autowired
    private PluginJobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void remove() {
        jdbc.sql("delete from portal.plugin").update();
        jdbc.sql("delete from portal.plugin_package").update();
        await().atMost(Duration.ofSeconds(20)).until(() -> runtime.running().isEmpty());
    }

    private void install(PluginJarBuilder plugin) {
        packages.take(packages.look(plugin.signed().build()), "test");
    }

    private PluginStatus becomes(State state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> runtime.statuses().stream()
                                .filter(status -> status.id().equals(id) && status.state() == state)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void bringsAScreenAJobAPermissionACardAndTablesOfItsOwn() throws Exception {
        install(aWorkingPlugin(id));
        becomes(State.STARTED);
        signInAdmin();

        UI.getCurrent().navigate(id + "/things");
        assertThat(_get(H1.class).getText()).isEqualTo("Things");
        _assertOne(Span.class, spec -> spec.withText("things of " + id));
        assertThat(_find(SideNavItem.class)).anyMatch(item -> "Things".equals(item.getLabel()));

        UI.getCurrent().navigate("settings/integrations");
        assertThat(_get(Card.class).getTitleAsText()).isEqualTo(id);
        assertThat(_get(Badge.class).getText()).isEqualTo("Connected");

        assertThat(permissions.all()).anyMatch(permission -> permission.key().equals("manage_" + id));
        assertThat(jobs.forPlugin(id).schedules()).extracting(Jobs.Schedule::name).containsExactly("Test: count");
        assertThat(jdbc.sql("select count(*) from " + id + ".thing").query(Long.class).single())
                .isZero();
    }

    @Test
    void runsAJobToItsEnd() {
        install(aWorkingPlugin(id));
        becomes(State.STARTED);

        jobs.forPlugin(id).start("count");

        await().atMost(Duration.ofSeconds(20)).until(() -> jobs.forPlugin(id).latestSucceeded("count").isPresent());
    }

    @Test
    void takesEverythingBackWhenItIsDisabledAndKeepsItsData() throws Exception {
        install(aWorkingPlugin(id));
        becomes(State.STARTED);
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");

        administration.setEnabled(id, false);
        becomes(State.DISABLED);
        MockVaadin.clientRoundtrip(false);

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("settings/integrations");
        assertThat(_find(SideNavItem.class)).noneMatch(item -> "Things".equals(item.getLabel()));
        assertThat(permissions.all()).noneMatch(permission -> permission.key().equals("manage_" + id));
        assertThat(jobs.forPlugin(id).schedules()).isEmpty();
        assertThat(jdbc.sql("select count(*) from " + id + ".thing").query(Long.class).single())
                .isZero();
    }

    @Test
    void replacesTheCodeWhenAnotherVersionIsInstalled() throws Exception {
        install(aWorkingPlugin(id));
        becomes(State.STARTED);
        install(aWorkingPlugin(id).version("2.0.0").replacing("things of", "better things of"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> runtime.find(id).filter(it -> it.version().equals("2.0.0")).isPresent());
        signInAdmin();
        UI.getCurrent().navigate(id + "/things");

        _assertOne(Span.class, spec -> spec.withText("better things of " + id));
    }

    @ParameterizedTest
    @CsvSource({
        "bean, if (true) throw new NoClassDefFoundError(\"broken\");",
        "bean, if (true) throw new IllegalStateException(\"broken\");"
    })
    void saysWhyAPluginCouldNotBeStartedAndServesOn(String place, String trouble) throws Exception {
        install(aWorkingPlugin(id).replacing("/*" + place + "*/", trouble));

        assertThat(becomes(State.FAILED).problem()).hasValueSatisfying(text -> assertThat(text).contains("broken"));

        signInAdmin();
        UI.getCurrent().navigate("settings/plugins");
        assertThat(_get(H1.class).getText()).isEqualTo("Plugins");
    }

    @ParameterizedTest
    @CsvSource({"throw new IllegalStateException(\"broken\");", "throw new AssertionError(\"broken\");"})
    void aScreenThatThrowsShowsAnErrorInItsPlaceAndNothingElse(String trouble) throws Exception {
        install(aWorkingPlugin(id).replacing("/*screen*/", "if (true) " + trouble));
        becomes(State.STARTED);
        signInAdmin();

        UI.getCurrent().navigate(id + "/things");

        assertThat(_get(H1.class).getText()).isEqualTo("Things");
        _assertOne(Span.class, spec -> spec.withText("This part could not be shown"));
    }

    @Test
    void aCardThatThrowsIsRedAndTheOthersAreNot() throws Exception {
        install(aWorkingPlugin(id).replacing("/*card*/", "if (true) throw new AssertionError(\"broken\");"));
        becomes(State.STARTED);
        signInAdmin();

        UI.getCurrent().navigate("settings/integrations");

        assertThat(_get(Badge.class).getText()).isEqualTo("Needs attention");
    }

    @Test
    void whoLacksThePermissionGetsNeitherMenuNorRoute() throws Exception {
        install(aWorkingPlugin(id));
        becomes(State.STARTED);
        signInStaff("read_companies");

        UI.getCurrent().navigate("");
        assertThat(_find(SideNavItem.class)).extracting(SideNavItem::getLabel).doesNotContain("Things", "Integrations");
        for (String path : List.of(id + "/things", "settings/integrations", "settings/plugins",
                "settings/integrations/" + id + "/setup/only")) {
            UI.getCurrent().navigate(path);
            assertThat(_get(H2.class).getText()).as(path).isEqualTo("No access");
        }
        assertThatThrownBy(() -> administration.setEnabled(id, false)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(administration::plugins).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void theWizardShowsItsStepsAndCompletes() throws Exception {
        install(aWorkingPlugin(id));
        becomes(State.STARTED);
        signInAdmin();

        UI.getCurrent().navigate("settings/integrations/" + id + "/setup");

        assertThat(_get(H1.class).getText()).isEqualTo("Set up " + id);
        _assertOne(Span.class, spec -> spec.withText("step of " + id));
        _click(_get(Button.class, spec -> spec.withText("Complete")));
        assertThat(_get(H1.class).getText()).isEqualTo("Integrations");
    }

    @Test
    void removingAnIntegrationShowsCountsAndWantsTheNameTyped() throws Exception {
        install(aWorkingPlugin(id));
        becomes(State.STARTED);
        signInAdmin();
        UI.getCurrent().navigate("settings/integrations");

        _get(Card.class);
        IntegrationMenu.remove();

        _assertOne(ListItem.class, spec -> spec.withText("3 things"));
        Button confirm = _get(Button.class, spec -> spec.withText("Remove " + id));
        assertThat(confirm.isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type " + id + " to confirm")), id);
        _click(confirm);
        _assertNone(Dialog.class);
    }
}
