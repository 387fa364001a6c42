package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.Notifications;
import dev.portico.api.host.Notifications.Notice;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people what happened to requests. Each step is told after it was committed, and again until that is noted: the
 * portal drops what it has told already.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String DECIDE = "manage_licensing";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RequestRows rows;
    private final Notifications notifications;
    private final RequestTexts texts;

    Outbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            RequestRows rows,
            Notifications notifications,
            RequestTexts texts) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
        this.notifications = notifications;
        this.texts = texts;
    }

    /** Tells what has not been told. What cannot be told now is told by the next call. */
    public void tell() {
        // why: two who tell the same would settle what the other one has just told
        transaction.executeWithoutResult(status -> tellLocked());
    }

    private void tellLocked() {
        for (Untold step : lockUntold()) {
            try {
                tell(step);
                jdbc.sql("update seat_request_step set told = true where id = ?").param(step.id()).update();
            } catch (RuntimeException notNow) {
                // why: the step itself is done, and whoever did it must not take it for failed
                LOG.warn("Step {} of request {} could not be told; the next push tries again", step.id(), step.request().number(), notNow);
            }
        }
    }

    private void tell(Untold untold) {
        SeatRequest request = untold.request();
        if (untold.ends(RequestState.PENDING) || untold.ends(RequestState.FAILED)) {
            notifications.settle(topic(request));
        }
        switch (untold.step().step()) {
            case ASK -> {
                if (untold.step().to() == RequestState.PENDING) {
                    tellApprovers(untold, "request.notice.asked");
                }
            }
            case REBASE -> tellApprovers(untold, "request.notice.rebased");
            case APPROVE, SCHEDULE, HAND_OVER -> {
                if (untold.ends(RequestState.PENDING)) {
                    tellRequester(untold, "request.notice.approved");
                }
            }
            case REJECT -> tellRequester(untold, "request.notice.rejected");
            case CANCEL, CLOSE -> tellRequester(untold, "request.notice.cancelled");
            case CONFIRM -> tellRequester(untold, "request.notice.applied");
            case FAIL -> {
                tellRequester(untold, "request.notice.failed");
                tellApprovers(untold, "request.notice.failed");
            }
            case SEND, RETRY -> {}
        }
    }

    private void tellApprovers(Untold untold, String title) {
        SeatRequest request = untold.request();
        String text = texts.text(
                "request.notice.for-approvers",
                request.companyName(),
                request.productName(),
                request.baseSeats(),
                request.wantedSeats(),
                request.requestedBy(),
                untold.step().text());
        notifications.tellHolders(DECIDE, request.portalCompanyId(), notice(untold, title, text, false));
    }

    /** Whoever did it himself knows. */
    private void tellRequester(Untold untold, String title) {
        SeatRequest request = untold.request();
        if (request.requestedBy().equals(untold.step().actor())) {
            return;
        }
        String text = texts.text(
                "request.notice.for-requester",
                request.productName(),
                request.baseSeats(),
                request.wantedSeats(),
                untold.step().text());
        notifications.tellUser(request.requestedBy(), notice(untold, title, text, request.byClient()));
    }

    private Notice notice(Untold untold, String title, String text, boolean client) {
        SeatRequest request = untold.request();
        return new Notice(
                "request-step-" + untold.id(),
                topic(request),
                texts.text(title, request.number()),
                text,
                (client ? "my/requests" : "licensing/requests") + "?request=" + request.id());
    }

    private static String topic(SeatRequest request) {
        return "request-" + request.id();
    }

    private List<Untold> lockUntold() {
        return jdbc.sql("""
                        select t.id as step_id, t.at, t.actor, t.step, t.from_state, t.to_state, t.text, r.*
                        from seat_request_step t join seat_request r on r.id = t.request_id
                        where not t.told order by t.id limit 500 for update of t
                        """)
                .query((row, number) -> new Untold(row.getLong("step_id"), rows.step(row, number), rows.request(row, number)))
                .list();
    }

    /** A step that has not been told, and its request as it stands now. */
    private record Untold(long id, RequestStep step, SeatRequest request) {

        /** Whether the step led out of the state. */
        boolean ends(RequestState state) {
            return step.from().filter(state::equals).isPresent() && step.to() != state;
        }
    }
}
