package dev.portico.host.notifications;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.portico.host.notifications.NotificationsTest.notice;
import static dev.portico.host.shell.Screens.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.badge.Badge;
import dev.portico.host.security.PortalUser;
import dev.portico.host.shell.Screens;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who hears the bell, and when. */
class BellTest extends BellUnderTest {

    private static final String SILENT = "Notifications";

    /** For a window of which nothing is measured but whether it is told. */
    private static final Duration LONG = Duration.ofSeconds(10);

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsAnOpenWindowWithoutBeingAsked() {
        Screens.open(portal, staff);
        assertThat(bell()).isEqualTo("Notifications");
        assertThat(_find(_get(Bell.class), Badge.class)).isEmpty();

        pax8.tellUser(staff.email(), notice("a"));

        eventually(() -> assertThat(bell()).isEqualTo("One unread notification"));
        assertThat(_get(_get(Bell.class), Badge.class).getText()).isEqualTo("1");
        assertThat(textOf(_get(Bell.class))).as("said to screen readers").contains("One unread notification");

        pax8.settle("request-1");
        eventually(() -> assertThat(bell()).isEqualTo("Notifications"));
    }

    @Test
    void tellsEveryBrowserOfTheUserAndNobodyElse() throws Exception {
        PortalUser admin = people.admin();
        try (ExecutorService browsers = Executors.newFixedThreadPool(2)) {
            CountDownLatch open = new CountDownLatch(2);
            Future<String> second = browsers.submit(() -> inAnotherBrowser(staff, open, BellTest::untilItRings));
            Future<String> ofAdmin = browsers.submit(() -> inAnotherBrowser(admin, open, BellTest::asLongAsNothingComes));
            Screens.open(portal, staff);
            open.await();

            pax8.tellUser(staff.email(), notice("a"));

            eventually(() -> assertThat(bell()).isEqualTo("One unread notification"));
            assertThat(second.get()).isEqualTo("One unread notification");
            assertThat(ofAdmin.get()).isEqualTo("Notifications");
        }
    }

    @Test
    void hearsOfWhatAnotherNodeWrote() {
        Screens.open(portal, staff);
        jdbc.sql("""
                        with told as (
                            insert into portal.notice (user_id, owner, key, topic, title, text, path, created_at)
                            values (:user, 'pax8', 'k', 't', 'From elsewhere', '', '', now()) returning user_id)
                        select pg_notify('portico_notices', user_id::text) from told
                        """)
                .param("user", staff.id())
                .query()
                .listOfRows();
        eventually(() -> assertThat(bell()).isEqualTo("One unread notification"));
    }

    private String inAnotherBrowser(PortalUser user, CountDownLatch open, Runnable expected) {
        Screens.open(portal, user);
        try {
            open.countDown();
            expected.run();
            return bell();
        } finally {
            Screens.close();
        }
    }

    private static void untilItRings() {
        patiently().until(() -> !heard().equals(SILENT));
    }

    private static void asLongAsNothingComes() {
        patiently().during(LONG).atMost(LONG.plusSeconds(5)).until(() -> heard().equals(SILENT));
    }

    /** The browsers of others wait longer, since a busy machine may open them late. */
    private static ConditionFactory patiently() {
        return await().pollInSameThread().atMost(LONG);
    }

    private static String heard() {
        MockVaadin.clientRoundtrip(true);
        return bell();
    }
}
