package dev.portico.pax8.partner;

import java.time.Duration;

/** Lets time pass; tests let it pass at once. */
interface Pause {

    void of(Duration time) throws InterruptedException;
}
