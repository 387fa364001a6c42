package dev.portico.pax8.licensing.requests;

/** What became of an attempt to make, decide or change a request. */
public sealed interface RequestResult {

    /** Done. */
    record Done(SeatRequest request) implements RequestResult {}

    /**
     * Not done, and nothing has changed.
     *
     * @param reason a translated sentence that says why and what to do
     */
    record Refused(String reason) implements RequestResult {}

    /**
     * Somebody else was faster; shown with what they did.
     *
     * @param request as it stands now
     * @param reason a translated sentence that says who did what
     */
    record Overtaken(SeatRequest request, String reason) implements RequestResult {}

    /**
     * The number of seats at Pax8 is another one than the request was made on; it waits for a decision on the new one.
     *
     * @param request with the new base
     */
    record Rebased(SeatRequest request, String reason) implements RequestResult {}
}
