package dev.portico.pax8.licensing.productrequests;

/** What became of an attempt to make, answer or take back a wish for a product. */
public sealed interface ProductRequestResult {

    /** Done. */
    record Done(ProductRequest request) implements ProductRequestResult {}

    /**
     * Not done, and nothing has changed.
     *
     * @param reason a translated sentence that says why and what to do
     */
    record Refused(String reason) implements ProductRequestResult {}

    /**
     * Somebody else was faster.
     *
     * @param request as it stands now
     * @param reason a translated sentence that says who did what
     */
    record Overtaken(ProductRequest request, String reason) implements ProductRequestResult {}
}
