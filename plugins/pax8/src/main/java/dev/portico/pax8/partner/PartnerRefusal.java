package dev.portico.pax8.partner;

/** Pax8 understood and refused; asking again does not help. */
public final class PartnerRefusal extends PartnerProblem {

    private final int status;

    PartnerRefusal(int status, String message) {
        super(message, null);
        this.status = status;
    }

    /** HTTP status, such as 403 or 422. */
    public int status() {
        return status;
    }
}
