package dev.portico.pax8.licensing.requests;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a request to change seats stands. Which step leads where is one table. */
public enum RequestState {
    /** Waits for an approval. */
    PENDING,
    /** Approved for a later day; looked at again when it comes. */
    SCHEDULED,
    /** Decided; goes to Pax8 next. */
    APPROVED,
    /** A write was sent, or was about to be; waits until Pax8 shows the new number of seats. */
    APPLYING,
    /** Staff places the change at the distributor; waits until a sync shows it. */
    BY_HAND,
    /** Pax8 shows the wanted number of seats. */
    APPLIED,
    /** Pax8 refused, or never showed it; can be tried again. */
    FAILED,
    /** Refused by an approver. */
    REJECTED,
    /** Taken back by the requester, or its subscription went. */
    CANCELLED;

    /** States in which no other request for the subscription can be made. */
    public static final Set<RequestState> OPEN = EnumSet.of(PENDING, SCHEDULED, APPROVED, APPLYING, BY_HAND);

    private static final Map<RequestState, Map<Step, RequestState>> MOVES = Map.of(
            PENDING,
            Map.of(
                    Step.APPROVE, APPROVED,
                    Step.SCHEDULE, SCHEDULED,
                    Step.HAND_OVER, BY_HAND,
                    Step.REBASE, PENDING,
                    Step.REJECT, REJECTED,
                    Step.CANCEL, CANCELLED,
                    Step.CLOSE, CANCELLED),
            SCHEDULED,
            Map.of(
                    Step.APPROVE, APPROVED,
                    Step.SCHEDULE, SCHEDULED,
                    Step.REBASE, PENDING,
                    Step.REJECT, REJECTED,
                    Step.CANCEL, CANCELLED,
                    Step.CLOSE, CANCELLED),
            APPROVED,
            Map.of(
                    Step.SEND, APPLYING,
                    Step.CONFIRM, APPLIED,
                    Step.HAND_OVER, BY_HAND,
                    Step.SCHEDULE, SCHEDULED,
                    Step.REBASE, PENDING,
                    Step.FAIL, FAILED,
                    Step.REJECT, REJECTED,
                    Step.CANCEL, CANCELLED,
                    Step.CLOSE, CANCELLED),
            APPLYING,
            Map.of(
                    Step.SEND, APPLYING,
                    Step.CONFIRM, APPLIED,
                    Step.FAIL, FAILED),
            BY_HAND,
            Map.of(
                    Step.CONFIRM, APPLIED,
                    Step.REJECT, REJECTED,
                    Step.CANCEL, CANCELLED,
                    Step.CLOSE, CANCELLED),
            FAILED,
            Map.of(
                    Step.RETRY, APPROVED,
                    Step.CONFIRM, APPLIED),
            APPLIED,
            Map.of(),
            REJECTED,
            Map.of(),
            CANCELLED,
            Map.of());

    /** Where the step leads; empty if it is not allowed here. */
    public Optional<RequestState> after(Step step) {
        return Optional.ofNullable(MOVES.get(this).get(step));
    }

    /** Whether no other request for the subscription can be made. */
    public boolean open() {
        return OPEN.contains(this);
    }

    /** What can happen to a request. */
    public enum Step {
        /** It was made; the first step of each, never later. */
        ASK,
        /** An approver agreed, a rule did, or the scheduled day came. */
        APPROVE,
        /** It is to be done on a later day. */
        SCHEDULE,
        /** It has to be placed by staff at the distributor. */
        HAND_OVER,
        /** The number of seats at Pax8 has changed since; an approver must look at the new one. */
        REBASE,
        /** A write is about to be sent. */
        SEND,
        /** Pax8 shows the wanted number. */
        CONFIRM,
        /** Pax8 refused, or does not show it in time. */
        FAIL,
        /** Try a failed one again. */
        RETRY,
        /** An approver said no. */
        REJECT,
        /** The requester, or staff, takes it back. */
        CANCEL,
        /** Its subscription was cancelled or its company unmapped, or the integration removed. */
        CLOSE
    }
}
