package dev.portico.host.notifications;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import dev.portico.api.host.Notifications;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import dev.portico.host.shell.Screens;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The bell in the window of somebody on the staff whom a plugin can tell something. */
@PortalTest
abstract class BellUnderTest {

    /** Far below the few seconds after which counts are asked for anyway. */
    static final Duration AT_ONCE = Duration.ofSeconds(3);

    @Autowired
    ApplicationContext portal;

    @Autowired
    PluginNotifications notifications;

    TestPeople people;
    PortalUser staff;
    Notifications pax8;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
        staff = people.staff("read_companies");
        pax8 = notifications.forOwner("pax8");
    }

    @AfterEach
    void closeWindow() {
        Screens.close();
    }

    static String bell() {
        return _get(_get(Bell.class), Button.class, spec -> spec.withId("bell")).getAriaLabel().orElse("");
    }

    static void eventually(ThrowingRunnable expected) {
        await().pollInSameThread().atMost(AT_ONCE).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(true);
            expected.run();
        });
    }
}
