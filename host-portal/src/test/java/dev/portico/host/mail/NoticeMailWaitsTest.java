package dev.portico.host.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Mails while the mail server is away. */
@ExtendWith(OutputCaptureExtension.class)
class NoticeMailWaitsTest extends NoticeMailUnderTest {

    @BeforeEach
    void away() {
        SERVER.stop();
    }

    @Test
    void waitsAndIsSentOnceWhenItIsBack(CapturedOutput log) throws Exception {
        tell("a", "A secret title");
        tell("b", "A secret title");
        postman.round();
        assertThat(jdbc.sql("select reason from portal.mail where tries = 1").query(String.class).list())
                .singleElement()
                .asString()
                .contains("could not be reached", "ConnectException");
        postman.round();
        postman.round();
        assertThat(jdbc.sql("select tries from portal.mail order by id").query(Integer.class).list())
                .as("each was tried and waits")
                .containsExactly(1, 1);
        assertThat(log.getAll()).containsOnlyOnce("Mails wait");

        SERVER.start();
        postman.round();
        assertThat(SERVER.received()).as("not due yet").isEmpty();
        makeAllDue();
        postman.round();
        postman.round();
        assertThat(SERVER.received()).hasSize(2);
        assertThat(ofThePortal(log)).contains("there again").doesNotContain(staff.email(), "secret title", "Acme");
    }

    @Test
    void isGivenUpAfterTwoDaysWithTheReason(CapturedOutput log) {
        tell("a", "A secret title");
        postman.round();
        jdbc.sql("update portal.mail set made_at = now() - interval '49 hours'").update();
        makeAllDue();
        postman.round();

        assertThat(row()).containsEntry("outcome", "GIVEN_UP").containsEntry("tries", 1);
        assertThat(row().get("reason").toString()).contains("could not be reached");
        assertThat(ofThePortal(log))
                .contains("to user " + staff.id() + " is given up")
                .doesNotContain(staff.email(), "secret title");
        SERVER.start();
        makeAllDue();
        postman.round();
        assertThat(SERVER.received()).isEmpty();
    }

    @Test
    void holdsNobodyUpWhoTells() {
        tell("a", "Title");
        assertThat(notifications.count("pax8")).isEqualTo(1);
        assertThat(row()).containsEntry("tries", 0);
    }

    @Test
    void waitsLongerAfterEachTryUpToAQuarterOfAnHour() {
        assertThat(Postman.pause(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Postman.pause(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Postman.pause(6)).isEqualTo(Duration.ofMinutes(16));
        assertThat(Postman.pause(1000)).isEqualTo(Duration.ofMinutes(16));
    }

    /** Without what the mail server says, which runs in the same process here. */
    private static String ofThePortal(CapturedOutput log) {
        return log.getAll().lines().filter(line -> !line.contains("icegreen")).collect(Collectors.joining("\n"));
    }
}
