package dev.portico.host.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.Notifications;
import dev.portico.api.host.Notifications.Notice;
import dev.portico.host.security.Acting;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class NotificationsTest {

    @Autowired
    ApplicationContext portal;

    @Autowired
    PluginNotifications notifications;

    @Autowired
    UserNotices notices;

    @Autowired
    NoticeStore store;

    @Autowired
    JdbcClient jdbc;

    TestPeople people;
    Notifications pax8;
    UUID acme;
    UUID other;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
        pax8 = notifications.forOwner("pax8");
        acme = people.company("Acme");
        other = people.company("Other");
    }

    static Notice notice(String key) {
        return new Notice(key, "request-1", "Title of " + key, "Text", "licensing/requests?id=1");
    }

    private List<String> toldAs(PortalUser user) throws Exception {
        return TestPeople.as(user, () -> notices.newest(100).stream().map(StoredNotice::title).toList());
    }

    @Nested
    class Holders {

        @Test
        void areAllStaffWithThePermissionAndThePrimaryAdmin() throws Exception {
            PortalUser admin = people.admin();
            PortalUser staff = people.staff("manage_licensing");
            PortalUser client = people.client(acme, "manage_licensing");

            pax8.tellHolders("write_licensing", acme, notice("a"));

            assertThat(toldAs(admin)).containsExactly("Title of a");
            assertThat(toldAs(staff)).containsExactly("Title of a");
            assertThat(toldAs(client)).isEmpty();
        }

        @Test
        void areNotThoseWithoutThePermission() throws Exception {
            PortalUser staff = people.staff("read_licensing", "manage_users");
            pax8.tellHolders("write_licensing", acme, notice("a"));
            assertThat(toldAs(staff)).isEmpty();
        }

        @Test
        void areRestrictedStaffOnlyForTheirOwnCompanies() throws Exception {
            PortalUser restricted = people.restricted(Set.of(acme), "write_licensing");

            pax8.tellHolders("write_licensing", other, notice("of other"));
            pax8.tellHolders("write_licensing", acme, notice("of acme"));

            assertThat(toldAs(restricted)).containsExactly("Title of of acme");
        }

        @Test
        void areNotThoseWhoAreLockedOut() throws Exception {
            PortalUser staff = people.staff("write_licensing");
            people.setEnabled(staff, false);
            pax8.tellHolders("write_licensing", acme, notice("a"));
            assertThat(toldAs(staff)).isEmpty();
        }
    }

    @Test
    void aClientHearsOfItsOwnMattersOnly() throws Exception {
        PortalUser client = people.client(acme, "write_licensing");
        PortalUser staff = people.staff("write_licensing");

        pax8.tellClient(other, "read_licensing", notice("other"));
        pax8.tellClient(acme, "manage_licensing", notice("too much"));
        pax8.tellClient(acme, "read_licensing", notice("own"));

        assertThat(toldAs(client)).containsExactly("Title of own");
        assertThat(toldAs(staff)).isEmpty();
    }

    @Test
    void oneUserIsToldByNameAndNobodyByAnUnknownOne() throws Exception {
        PortalUser staff = people.staff();
        pax8.tellUser("STAFF@test.example", notice("a"));
        pax8.tellUser("system", notice("b"));
        assertThat(toldAs(staff)).containsExactly("Title of a");
        assertThat(store.count("pax8")).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from portal.mail").query(Long.class).single())
                .as("no mail server is set")
                .isZero();
    }

    @Test
    void tellingTheSameAgainDoesNothing() throws Exception {
        PortalUser staff = people.staff();
        pax8.tellUser(staff.email(), notice("a"));
        TestPeople.as(staff, () -> {
            notices.markAllRead();
            return true;
        });

        pax8.tellUser(staff.email(), notice("a"));
        notifications.forOwner("example").tellUser(staff.email(), notice("a"));

        assertThat(toldAs(staff)).containsExactly("Title of a", "Title of a");
        assertThat(TestPeople.as(staff, notices::unread)).isEqualTo(1);
    }

    @Test
    void aBackgroundJobTellsToo() throws Exception {
        PortalUser staff = people.staff("write_licensing");
        Acting.asSystem(() -> pax8.tellHolders("write_licensing", acme, notice("a")));
        assertThat(toldAs(staff)).hasSize(1);
    }

    @Test
    void settlingATopicReadsItForEverybody() throws Exception {
        PortalUser admin = people.admin();
        PortalUser staff = people.staff("write_licensing");
        pax8.tellHolders("write_licensing", acme, notice("a"));
        pax8.tellHolders("write_licensing", acme, new Notice("b", "request-2", "Other", "", "companies"));
        notifications.forOwner("example").tellUser(staff.email(), notice("a"));

        pax8.settle("request-1");

        assertThat(TestPeople.as(admin, notices::unread)).isEqualTo(1);
        assertThat(TestPeople.as(staff, notices::unread)).as("one of request-2, one of the other plugin").isEqualTo(2);
    }

    @Test
    void nobodyReadsOrMarksWhatOthersWereTold() throws Exception {
        PortalUser admin = people.admin();
        PortalUser staff = people.staff();
        pax8.tellUser(staff.email(), notice("a"));
        long id = TestPeople.as(staff, () -> notices.newest(1).getFirst().id());

        TestPeople.as(admin, () -> {
            notices.markRead(id);
            notices.markAllRead();
            return true;
        });

        assertThat(toldAs(admin)).isEmpty();
        assertThat(TestPeople.as(staff, notices::unread)).isEqualTo(1);
    }

    @Test
    void whoeverIsNotSignedInHasNone() {
        assertThat(notices.unread()).isZero();
        assertThat(notices.newest(10)).isEmpty();
    }

    @Test
    void anAddressOutsideOfThePortalIsRefused() {
        PortalUser staff = people.staff();
        for (String path : List.of("https://evil.example", "/jobs", "//evil.example", "javascript:alert(1)")) {
            assertThatThrownBy(() -> pax8.tellUser(staff.email(), new Notice("k", "t", "T", "", path)))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        pax8.tellUser(staff.email(), new Notice("k", "t", "T", "", "licensing/requests?at=10:30"));
        assertThat(store.count("pax8")).isEqualTo(1);
    }

    @Test
    void whatWasReadLongAgoIsForgottenAndWhatWasNotReadIsKept() {
        PortalUser staff = people.staff();
        List.of("old", "fresh", "unread").forEach(key -> pax8.tellUser(staff.email(), notice(key)));
        jdbc.sql("update portal.notice set read_at = now() - interval '91 days' where key = 'old'").update();
        jdbc.sql("update portal.notice set read_at = now() - interval '89 days' where key = 'fresh'").update();
        jdbc.sql("update portal.notice set created_at = now() - interval '400 days' where key = 'unread'").update();

        assertThat(store.forgetReadBefore(Duration.ofDays(90))).isEqualTo(1);

        assertThat(jdbc.sql("select key from portal.notice order by key").query(String.class).list())
                .containsExactly("fresh", "unread");
    }

    @Test
    void whatAPluginToldGoesWithItsDataAndWithItsReader() throws Exception {
        PortalUser staff = people.staff();
        pax8.tellUser(staff.email(), notice("a"));
        notifications.forOwner("example").tellUser(staff.email(), notice("a"));

        notifications.deleteAll("pax8");
        assertThat(notifications.count("pax8")).isZero();
        assertThat(notifications.count("example")).isEqualTo(1);

        jdbc.sql("delete from portal.app_user").update();
        assertThat(notifications.count("example")).isZero();
    }
}
