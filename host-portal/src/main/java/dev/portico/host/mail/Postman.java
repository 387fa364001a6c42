package dev.portico.host.mail;

import dev.portico.host.mail.Outbox.GivenUp;
import dev.portico.host.mail.Outbox.Outgoing;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Sends what waits in the outbox, one mail after the other, while the portal is up; there is one on each node. */
class Postman {

    /** How long a mail is tried before it is given up. */
    static final Duration PATIENCE = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration CLEAN_EVERY = Duration.ofHours(6);
    private static final Duration KEEP = Duration.ofDays(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;

    // why so much longer than a sending takes: while it lasts, no other node may take the same mail
    private static final Duration HOLD = Duration.ofMinutes(10);

    private static final Duration LAST_MAIL = Duration.ofSeconds(10);

    // why a thread of its own: a mail server that answers slowly holds up nothing but mail
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail").factory());
    private final Outbox outbox;
    private final NoticeLetters letters;
    private final Mailer mailer;
    private volatile boolean closing;
    private volatile boolean away;

    Postman(Outbox outbox, NoticeLetters letters, Mailer mailer) {
        this.outbox = outbox;
        this.letters = letters;
        this.mailer = mailer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        every(EVERY, this::round);
        every(CLEAN_EVERY, () -> outbox.forgetEndedBefore(KEEP));
    }

    /** Lets the mail that is on its way end: cut off after the server took it, it would be sent again. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        closing = true;
        clockwork.shutdown();
        if (!clockwork.awaitTermination(LAST_MAIL.toSeconds(), TimeUnit.SECONDS)) {
            clockwork.shutdownNow();
        }
    }

    /** Sends all that is due, or as much as the mail server takes now. */
    void round() {
        for (GivenUp late : outbox.giveUpMadeBefore(PATIENCE)) {
            tellGivenUp(late.id(), late.recipient(), late.reason());
        }
        boolean more = true;
        while (more && !closing) {
            more = outbox.take(HOLD).map(this::deliver).orElse(false);
        }
    }

    /** How long a mail waits after so many tries. */
    static Duration pause(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1L, 0, MOST_DOUBLINGS));
    }

    private boolean deliver(Outgoing mail) {
        if (mail.needless()) {
            outbox.drop(mail.id());
            return true;
        }
        Delivery delivery = mailer.send(letters.letter(mail));
        switch (delivery) {
            case Delivery.Taken taken -> {
                outbox.sent(mail.id());
                LOG.debug("Mail {} to user {} was sent", mail.id(), mail.recipient());
            }
            case Delivery.Refused(String reason) -> {
                outbox.giveUp(mail.id(), reason);
                tellGivenUp(mail.id(), mail.recipient(), reason);
            }
            case Delivery.Delayed(String reason) -> {
                outbox.again(mail.id(), pause(mail.tries()), reason);
                LOG.info("Mail {} to user {} is sent again later: {}", mail.id(), mail.recipient(), reason);
            }
            case Delivery.ServerAway(String reason) -> {
                outbox.again(mail.id(), pause(mail.tries()), reason);
                tellAway(reason);
            }
        }
        boolean there = !(delivery instanceof Delivery.ServerAway);
        if (there && away) {
            away = false;
            LOG.info("The mail server is there again");
        }
        return there;
    }

    private void tellAway(String reason) {
        // why once: an outage is one event, however many mails wait for its end
        if (!away) {
            away = true;
            LOG.warn("Mails wait, for {} hours at most, because {}", PATIENCE.toHours(), reason);
        }
    }

    private static void tellGivenUp(long id, UUID recipient, String reason) {
        LOG.warn("Mail {} to user {} is given up: {}", id, recipient, reason);
    }

    private void every(Duration pause, Runnable work) {
        clockwork.scheduleWithFixedDelay(
                () -> guarded(work), EVERY.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            // why: the next turn tries again, and an exception would end all turns
            LOG.warn("Mails could not be seen to this time", fault);
        }
    }
}
