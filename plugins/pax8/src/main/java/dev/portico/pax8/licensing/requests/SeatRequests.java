package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.requests.RequestResult.Done;
import dev.portico.pax8.licensing.requests.RequestResult.Overtaken;
import dev.portico.pax8.licensing.requests.RequestResult.Rebased;
import dev.portico.pax8.licensing.requests.RequestResult.Refused;
import dev.portico.pax8.licensing.requests.RequestState.Step;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Makes, decides and changes requests, of companies that the current user may see. To ask and to take back needs
 * {@code write_licensing}, to decide {@code manage_licensing} and no client ever does; without it
 * {@link PermissionDenied} is thrown. Staff with {@code manage_licensing} who asks needs no approval.
 */
public final class SeatRequests {

    /** Id of the job that brings approved requests to Pax8. */
    public static final String PUSH = "licensing-push";

    private final Asking asking;
    private final Deciding deciding;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Jobs jobs;

    SeatRequests(Asking asking, Deciding deciding, Outbox outbox, AuditTrail audit, Jobs jobs) {
        this.asking = asking;
        this.deciding = deciding;
        this.outbox = outbox;
        this.audit = audit;
        this.jobs = jobs;
    }

    /**
     * What would become of a request.
     *
     * @throws SubscriptionOutOfSight if the subscription is not here, or the user may not see it
     */
    public Preview preview(UUID subscriptionId, long wantedSeats) {
        return asking.preview(subscriptionId, wantedSeats);
    }

    /** Makes a request. */
    public RequestResult ask(Ask ask) {
        return after(Step.ASK, asking.ask(ask));
    }

    /** Takes a request back that has not been sent; by its requester, by a user of the same client, or by staff. */
    public RequestResult cancel(UUID id, int version) {
        return after(Step.CANCEL, deciding.cancel(id, version));
    }

    /** Agrees; it goes to Pax8, or to the staff if its vendor is placed by hand, or waits for its day. */
    public RequestResult approve(UUID id, int version, String note) {
        return after(Step.APPROVE, deciding.approve(id, version, note));
    }

    /** Says no. */
    public RequestResult reject(UUID id, int version, String reason) {
        return after(Step.REJECT, deciding.reject(id, version, reason));
    }

    /** Approves it for a later day, or moves that day. */
    public RequestResult schedule(UUID id, int version, Instant when) {
        return after(Step.SCHEDULE, deciding.schedule(id, version, when));
    }

    /**
     * Moves the day of a scheduled one; by those who may take it back. A client does not move it before the day that an
     * approver agreed to.
     */
    public RequestResult move(UUID id, int version, Instant when) {
        return after(Step.SCHEDULE, deciding.move(id, version, when));
    }

    /** Tries a failed one again; what Pax8 shows is read first. */
    public RequestResult retry(UUID id, int version) {
        return after(Step.RETRY, deciding.retry(id, version));
    }

    private RequestResult after(Step step, RequestResult result) {
        return switch (result) {
            case Done(SeatRequest request) -> {
                record(step, request);
                outbox.tell();
                if (request.state() == RequestState.APPROVED) {
                    jobs.start(PUSH);
                }
                yield new Done(asking.visible(request));
            }
            case Rebased(SeatRequest request, String reason) -> {
                record(Step.REBASE, request);
                outbox.tell();
                yield new Rebased(asking.visible(request), reason);
            }
            case Overtaken(SeatRequest request, String reason) -> new Overtaken(asking.visible(request), reason);
            case Refused refused -> refused;
        };
    }

    private void record(Step step, SeatRequest request) {
        audit.record(
                "request." + step.name().toLowerCase(Locale.ROOT),
                "#" + request.number() + " " + request.productName() + ", " + request.companyName(),
                request.baseSeats() + " > " + request.wantedSeats());
    }
}
