package dev.portico.pax8.licensing.desk;

import dev.portico.api.screen.NavigationBadge;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import dev.portico.pax8.licensing.requests.RequestQueries;

/** Counts what waits for the current user: decisions about seats, and answers about products. */
public class WaitingBadge implements NavigationBadge {

    private final RequestQueries requests;
    private final ProductRequests products;

    WaitingBadge(RequestQueries requests, ProductRequests products) {
        this.requests = requests;
        this.products = products;
    }

    @Override
    public long count() {
        return requests.waiting() + (products.mayAnswer() ? products.waiting() : 0);
    }
}
