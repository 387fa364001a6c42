package dev.portico.host.notifications;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.portico.host.notifications.NotificationsTest.notice;
import static dev.portico.host.shell.Screens.button;
import static dev.portico.host.shell.Screens.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.portico.api.host.Notifications;
import dev.portico.api.host.Notifications.Notice;
import dev.portico.api.screen.Audience;
import dev.portico.host.security.Access;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import dev.portico.host.shell.LiveRegion;
import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.shell.Screens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class BellTest {

    /** Far below the few seconds after which counts are asked for anyway. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @Autowired
    ApplicationContext portal;

    @Autowired
    PluginNotifications notifications;

    @Autowired
    NavigationRegistry navigation;

    @Autowired
    JdbcClient jdbc;

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

    private static String bell() {
        return _get(_get(Bell.class), Button.class, spec -> spec.withId("bell")).getAriaLabel().orElse("");
    }

    private static void eventually(ThrowingRunnable expected) {
        await().pollInSameThread().atMost(AT_ONCE).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(true);
            expected.run();
        });
    }

    private static List<NativeButton> shown() {
        return _find(NativeButton.class, spec -> spec.withClasses("notice"));
    }

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
            Future<String> second = browsers.submit(() -> inAnotherBrowser(staff, open));
            Future<String> ofAdmin = browsers.submit(() -> inAnotherBrowser(admin, open));
            Screens.open(portal, staff);
            open.await();

            pax8.tellUser(staff.email(), notice("a"));

            eventually(() -> assertThat(bell()).isEqualTo("One unread notification"));
            assertThat(second.get()).isEqualTo("One unread notification");
            assertThat(ofAdmin.get()).isEqualTo("Notifications");
        }
    }

    private String inAnotherBrowser(PortalUser user, CountDownLatch open) throws InterruptedException {
        Screens.open(portal, user);
        try {
            open.countDown();
            for (int turn = 0; turn < 100 && bell().equals("Notifications"); turn++) {
                Thread.sleep(100);
                MockVaadin.clientRoundtrip(true);
            }
            return bell();
        } finally {
            Screens.close();
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

    @Nested
    class Opened {

        @Test
        void showsTheNewestFirstAndLeadsToItsPage() {
            pax8.tellUser(staff.email(), notice("a"));
            pax8.tellUser(staff.email(), new Notice("b", "b", "Newer", "More words", "companies?search=Acme"));
            Screens.open(portal, staff);
            _get(Popover.class).open();

            assertThat(shown()).hasSize(2);
            assertThat(textOf(shown().getFirst())).contains("Newer", "More words", "(unread)", "a moment ago");

            _click(shown().getFirst());

            assertThat(Screens.title()).isEqualTo("Companies");
            assertThat(_get(Popover.class).isOpened()).isFalse();
            eventually(() -> assertThat(bell()).isEqualTo("One unread notification"));
        }

        @Test
        void readsAllAtOnce() {
            pax8.tellUser(staff.email(), notice("a"));
            pax8.tellUser(staff.email(), notice("b"));
            Screens.open(portal, staff);
            _get(Popover.class).open();
            assertThat(bell()).isEqualTo("2 unread notifications");

            _click(button("Mark all read"));

            eventually(() -> assertThat(bell()).isEqualTo("Notifications"));
            assertThat(button("Mark all read").isEnabled()).isFalse();
            assertThat(textOf(shown().getFirst())).doesNotContain("(unread)");
        }

        @Test
        void saysWhatWouldBeHere() {
            Screens.open(portal, staff);
            _get(Popover.class).open();
            assertThat(Screens.textOf(_get(NoticeList.class))).contains("Nothing yet");
        }

        @Test
        void growsWhileItIsOpen() {
            Screens.open(portal, staff);
            _get(Popover.class).open();
            pax8.tellUser(staff.email(), notice("a"));
            eventually(() -> assertThat(shown()).hasSize(1));
        }
    }

    @Test
    void thePageHasTheOlderOnesToo() {
        for (int number = 1; number <= 45; number++) {
            pax8.tellUser(staff.email(), notice("n" + number));
        }
        Screens.open(portal, staff);
        Screens.go("notifications");
        assertThat(Screens.title()).isEqualTo("Notifications");
        assertThat(_find(Checkbox.class)).as("no mail server is set").isEmpty();
        assertThat(shown()).hasSize(20);
        assertThat(textOf(shown().getFirst())).contains("Title of n45");

        _click(button("Show older"));
        assertThat(shown()).hasSize(40);
        _click(button("Show older"));
        assertThat(shown()).hasSize(45);
        assertThat(Screens.hasButton("Show older")).isFalse();
    }

    @Nested
    class Counts {

        private final AtomicLong waiting = new AtomicLong();

        private NavigationItem item(String label, String path, Audience audience) {
            return new NavigationItem(
                    () -> "", () -> label, path, "key", 10, new Access("", audience), Optional.of(waiting::get));
        }

        private String countAt(String label) {
            return _find(SideNavItem.class).stream()
                    .filter(it -> it.getLabel().equals(label))
                    .findFirst()
                    .map(it -> it.getSuffixComponent() == null ? "" : ((Badge) it.getSuffixComponent()).getText())
                    .orElse("not there");
        }

        @Test
        void areAskedForAnewWhenTheUserIsToldSomething() {
            var item = navigation.register(item("Requests", "requests", Audience.EVERYONE));
            try {
                Screens.open(portal, staff);
                assertThat(countAt("Requests")).isEmpty();
                waiting.set(3);
                pax8.tellUser(staff.email(), notice("a"));
                eventually(() -> assertThat(countAt("Requests")).isEqualTo("3"));
                assertThat(_find(LiveRegion.class)).as("said to screen readers").anyMatch(
                        region -> region.getText().equals("Requests: 3"));
                waiting.set(0);
                await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                    MockVaadin.clientRoundtrip(true);
                    assertThat(countAt("Requests")).isEmpty();
                });
            } finally {
                item.remove();
            }
        }

        @Test
        void areNotAskedForBehindTheItemsOfOthers() {
            waiting.set(3);
            var ofClients = navigation.register(item("For clients", "clients", Audience.CLIENTS));
            var ofStaff = navigation.register(item("For staff", "staff", Audience.STAFF));
            try {
                Screens.open(portal, staff);
                assertThat(countAt("For clients")).isEqualTo("not there");
                eventually(() -> assertThat(countAt("For staff")).isEqualTo("3"));
                Screens.close();

                UUID acme = people.company("Acme");
                Screens.open(portal, people.client(acme, "read_companies"));
                assertThat(countAt("For staff")).isEqualTo("not there");
                eventually(() -> assertThat(countAt("For clients")).isEqualTo("3"));
            } finally {
                ofClients.remove();
                ofStaff.remove();
            }
        }
    }
}
