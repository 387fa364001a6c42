package dev.portico.pax8.sync;

import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerProduct;
import java.util.List;
import java.util.UUID;

/** Fetches, one by one, products that subscriptions refer to although Pax8 does not list them. */
final class MissingProducts {

    private final PartnerClient partner;
    private final ProductStore store;

    MissingProducts(PartnerClient partner, ProductStore store) {
        this.partner = partner;
        this.store = store;
    }

    void fetch(Tally tally) throws InterruptedException {
        List<UUID> missing = store.missing();
        if (!missing.isEmpty()) {
            tally.run().info("Products that subscriptions refer to and Pax8 does not list: " + missing.size());
        }
        for (UUID id : missing) {
            tally.stopIfCancelled();
            store.writeUnlisted(partner.product(id).orElseGet(() -> unknown(id)));
        }
    }

    /** Stands for a product that Pax8 does not tell about, so that it is not asked for again every hour. */
    private PartnerProduct unknown(UUID id) {
        return new PartnerProduct(id, store.nameFromSubscriptions(id), null, null, null, null, null);
    }
}
