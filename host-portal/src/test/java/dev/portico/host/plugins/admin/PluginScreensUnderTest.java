package dev.portico.host.plugins.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import dev.portico.host.WholePortalTest;
import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.plugins.PluginJarBuilder;
import dev.portico.host.plugins.PluginRuntime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of plugins in a whole portal, with a plugin that no other test has. */
abstract class PluginScreensUnderTest extends WholePortalTest {

    static final AtomicInteger NUMBER = new AtomicInteger();

    final String id = "screened" + NUMBER.incrementAndGet();

    @Autowired
    PluginAdministration administration;

    @Autowired
    PluginRuntime runtime;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void remove() {
        jdbc.sql("delete from portal.plugin").update();
        jdbc.sql("delete from portal.plugin_package").update();
        jdbc.sql("delete from portal.plugin_kept_data").update();
        await().atMost(Duration.ofSeconds(20)).until(() -> runtime.running().isEmpty());
    }

    void install(PluginJarBuilder plugin) throws Exception {
        signInAdmin();
        administration.install(administration.look(plugin.signed().build()));
    }

    void openList() throws Exception {
        signInAdmin();
        UI.getCurrent().navigate("settings/plugins");
    }

    static void choose(String text) {
        MenuItem more = _get(PluginMenu.class).getItems().getFirst();
        MenuItem item = more.getSubMenu().getItems().stream()
                .filter(it -> it.getText().equals(text))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    static PluginCard card() {
        return _get(PluginCard.class);
    }

    static String state() {
        return _get(card(), StateBadge.class).getText();
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static String textOf(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively() + component.getElement().getProperty("cardTitle", "")
                + component.getElement().getProperty("label", "");
    }

    /** What is pushed comes with the next round trip. */
    static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(20)).pollInSameThread().pollDelay(Duration.ZERO).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            check.run();
        });
    }
}
