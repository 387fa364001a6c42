package dev.portico.pax8.licensing.push;

import dev.portico.sandbox.faults.Fault;
import dev.portico.sandbox.faults.FaultKind;
import dev.portico.sandbox.faults.Faults;

/** Everything that can go wrong with a write and with a look, at the same time. */
final class Trouble {

    private static final String ONE = "/v1/subscriptions/*";

    private Trouble() {}

    static void on(Faults faults) {
        put(faults, "a drop", Fault.of(FaultKind.DROP).percent(7, 1));
        put(faults, "b drop after", Fault.of(FaultKind.DROP_AFTER).percent(8, 2));
        put(faults, "c 500", Fault.of(FaultKind.SERVER_ERROR).percent(6, 3));
        put(faults, "d 500 after", Fault.of(FaultKind.SERVER_ERROR_AFTER).percent(6, 4));
        put(faults, "e 429", Fault.of(FaultKind.TOO_MANY_REQUESTS).percent(8, 5).retryAfter(1));
        put(faults, "f late answer", Fault.of(FaultKind.LATE_ANSWER).percent(2, 6).millis(5_000));
        put(faults, "g slow", Fault.of(FaultKind.SLOW).percent(2, 7).millis(5_000));
        put(faults, "h truncated", Fault.of(FaultKind.TRUNCATED).percent(4, 8));
        put(faults, "i page", Fault.of(FaultKind.HTML).percent(4, 9));
        faults.inject("look 500", Fault.of(FaultKind.SERVER_ERROR).on(ONE).method("GET").percent(5, 10));
        faults.inject("look 429", Fault.of(FaultKind.TOO_MANY_REQUESTS).on(ONE).method("GET").percent(4, 11));
        faults.inject("look drop", Fault.of(FaultKind.DROP).on(ONE).method("GET").percent(4, 12));
    }

    private static void put(Faults faults, String name, Fault fault) {
        faults.inject(name, fault.on(ONE).method("PUT"));
    }
}
