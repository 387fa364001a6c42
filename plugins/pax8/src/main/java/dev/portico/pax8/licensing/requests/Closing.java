package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.CurrentUser;
import dev.portico.pax8.licensing.requests.OpenRequests.Lost;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import dev.portico.pax8.sync.SubscriptionsChanged;
import dev.portico.pax8.sync.SubscriptionsChanged.Cause;
import dev.portico.pax8.sync.SyncEnded;
import dev.portico.pax8.sync.SyncJobs;
import org.springframework.context.event.EventListener;

/** Closes requests by themselves: those that cannot be done any more, and those that a sync shows to be done. */
public final class Closing {

    private final RequestStore store;
    private final OpenRequests open;
    private final Outbox outbox;
    private final CurrentUser user;
    private final RequestTexts texts;

    Closing(RequestStore store, OpenRequests open, Outbox outbox, CurrentUser user, RequestTexts texts) {
        this.store = store;
        this.open = open;
        this.outbox = outbox;
        this.user = user;
        this.texts = texts;
    }

    @EventListener
    void on(SubscriptionsChanged changed) {
        if (changed.cause() == Cause.REMOVING) {
            // why: nobody is told before the removal is committed
            closeAll();
            return;
        }
        closeByThemselves();
        outbox.tell();
    }

    @EventListener
    void on(SyncEnded sync) {
        if (sync.jobId().equals(SyncJobs.SUBSCRIPTIONS)) {
            closeByThemselves();
            outbox.tell();
        }
    }

    /** Closes what the synced subscriptions say is over. */
    public void closeByThemselves() {
        for (Lost lost : open.lost()) {
            close(lost.request(), switch (lost.loss()) {
                case GONE -> texts.text("request.closed.gone");
                case ENDED -> texts.text("request.closed.ended");
                case UNMAPPED -> texts.text("request.closed.unmapped");
            });
        }
        for (SeatRequest request : open.shown()) {
            String text = texts.text("request.confirmed", request.wantedSeats());
            store.change(request, Change.of(Step.CONFIRM, user.name(), text));
        }
    }

    private void closeAll() {
        for (SeatRequest request : open.all()) {
            if (request.state() == RequestState.APPLYING) {
                String text = texts.text("request.failed.removed");
                store.change(request, Change.of(Step.FAIL, user.name(), text).problem(text));
            } else {
                close(request, texts.text("request.closed.removed"));
            }
        }
    }

    private void close(SeatRequest request, String text) {
        // why the result does not matter: whoever was faster, the next look finds what is left to close
        store.change(request, Change.of(Step.CLOSE, user.name(), text).problem(text));
    }
}
