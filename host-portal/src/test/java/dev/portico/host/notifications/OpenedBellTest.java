package dev.portico.host.notifications;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.portico.host.notifications.NotificationsTest.notice;
import static dev.portico.host.shell.Screens.button;
import static dev.portico.host.shell.Screens.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import dev.portico.api.host.Notifications.Notice;
import dev.portico.host.shell.Screens;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The notices that the bell and their page show. */
class OpenedBellTest extends BellUnderTest {

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

    private static List<NativeButton> shown() {
        return _find(NativeButton.class, spec -> spec.withClasses("notice"));
    }
}
