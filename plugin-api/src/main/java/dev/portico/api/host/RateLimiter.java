package dev.portico.api.host;

import java.time.Duration;

/** Budgets of calls, shared by all nodes of the portal. */
public interface RateLimiter {

    /**
     * Waits until the budget allows one more call.
     *
     * @param name of the budget inside this plugin
     * @param calls allowed in each period
     * @param period length of a period
     * @throws InterruptedException if the thread was interrupted while waiting
     */
    void acquire(String name, int calls, Duration period) throws InterruptedException;
}
