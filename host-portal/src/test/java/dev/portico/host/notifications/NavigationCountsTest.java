package dev.portico.host.notifications;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static dev.portico.host.notifications.NotificationsTest.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.portico.api.screen.Audience;
import dev.portico.host.security.Access;
import dev.portico.host.shell.LiveRegion;
import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.shell.Screens;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The numbers in the navigation, which follow the bell. */
class NavigationCountsTest extends BellUnderTest {

    @Autowired
    NavigationRegistry navigation;

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
