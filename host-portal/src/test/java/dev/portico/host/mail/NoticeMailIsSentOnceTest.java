package dev.portico.host.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** By itself, by many nodes and over crashes. */
class NoticeMailIsSentOnceTest extends NoticeMailUnderTest {

    @Test
    void isSentByItselfSoonAfterTheStart() throws Exception {
        postman.start();
        tell("a", "Title");
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(SERVER.received()).hasSize(1));
        postman.stop();
    }

    @Test
    void isSentOnceByManyNodesAtOnce() throws Exception {
        for (int number = 0; number < 40; number++) {
            tell("n" + number, "Title " + number);
        }
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            List<Future<?>> rounds = List.of(
                    nodes.submit(postman()::round), nodes.submit(postman()::round), nodes.submit(postman()::round));
            for (Future<?> round : rounds) {
                round.get();
            }
        }
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : SERVER.received()) {
            subjects.add(mail.getSubject());
        }
        assertThat(subjects).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void isSentAgainAfterACrashUnderTheSameIdThatMailSystemsKnowItBy() throws Exception {
        tell("a", "Title");
        postman.round();
        String first = only().getMessageID();
        // as a node leaves it that ends after the mail server took the mail and before that was noted
        jdbc.sql("update portal.mail set ended_at = null, outcome = null").update();
        makeAllDue();
        postman.round();
        assertThat(SERVER.received()).hasSize(2);
        assertThat(SERVER.received().get(1).getMessageID()).isEqualTo(first).endsWith("@test.example>");
    }

    @Test
    void isLeftToTheNodeThatTookIt() {
        tell("a", "Title");
        assertThat(outbox.take(Duration.ofMinutes(10))).isPresent();
        postman.round();
        assertThat(SERVER.received()).isEmpty();
    }
}
