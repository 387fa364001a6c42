package dev.portico.pax8.licensing.terms;

import java.util.List;

/** What Pax8 answers when it is asked for prices now. */
public sealed interface LivePrice {

    /** Every way in which the product is sold; none if it has no price. */
    record Found(List<PriceLine> lines) implements LivePrice {
        public Found {
            lines = List.copyOf(lines);
        }
    }

    /** The company is mapped to none at Pax8, or the user may not see it. */
    record NoCompany() implements LivePrice {}

    /**
     * There is no answer.
     *
     * @param text a translated sentence that says why and what to do
     */
    record Problem(String text) implements LivePrice {}
}
