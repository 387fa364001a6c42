package dev.portico.host.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.host.Notifications.Notice;
import dev.portico.host.security.TestPeople;
import org.junit.jupiter.api.Test;

/** Notices that are mailed to nobody. */
class NoticeMailIsNotSentTest extends NoticeMailUnderTest {

    @Test
    void ofWhatWasSettledBefore() {
        tell("a", "Title");
        pax8.settle("request-1");
        postman.round();
        assertThat(SERVER.received()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void ofAPluginThatWasRemovedWithItsData() {
        tell("a", "Title");
        notifications.deleteAll("pax8");
        assertThat(rows()).isZero();
    }

    @Test
    void toWhomIsLockedOut() {
        tell("a", "Title");
        people.setEnabled(staff, false);
        postman.round();
        assertThat(SERVER.received()).isEmpty();
    }

    @Test
    void toWhomDoesNotWantIt() throws Exception {
        tell("before", "Title");
        TestPeople.as(staff, () -> {
            choice.choose(false);
            return true;
        });
        tell("after", "Title");
        assertThat(rows()).isEqualTo(1);
        postman.round();
        assertThat(SERVER.received()).isEmpty();
        assertThat(notifications.count("pax8")).isEqualTo(2);
    }

    @Test
    void toWhatIsNoAddress() {
        jdbc.sql("update portal.app_user set email = 'nobody, else@test.example'").update();
        pax8.tellUser("nobody, else@test.example", new Notice("a", "a", "Title", "", "companies"));
        postman.round();
        assertThat(row()).containsEntry("outcome", "GIVEN_UP");
    }
}
