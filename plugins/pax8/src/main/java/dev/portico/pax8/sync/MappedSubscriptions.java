package dev.portico.pax8.sync;

import dev.portico.pax8.partner.PageWalk;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerRefusal;
import dev.portico.pax8.partner.PartnerSubscription;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the subscriptions of mapped companies.
 *
 * <p>Pax8 filters by one company at most, so there are two ways: read the whole list and keep what is mapped, or ask
 * for each company. The second takes a call per company at least; it is chosen when fewer companies are mapped than a
 * tenth of the pages of the whole list.
 */
final class MappedSubscriptions {

    private final PartnerClient partner;
    private final SubscriptionStore store;
    private final Tally tally;
    private final Set<UUID> covered = new HashSet<>();
    private final Set<UUID> seen = new HashSet<>();
    private boolean complete = true;
    private int refused;

    MappedSubscriptions(PartnerClient partner, SubscriptionStore store, Tally tally) {
        this.partner = partner;
        this.store = store;
        this.tally = tally;
    }

    /** Reads until every company that is mapped, also during the reading, is covered. */
    void read() throws InterruptedException {
        Set<UUID> mapped = store.mappedCompanies();
        if (!mapped.isEmpty()) {
            readOneWayOrTheOther(mapped);
        }
        // why: a run that is asked for when a mapping is saved joins this one if it is under way
        for (Set<UUID> fresh = newlyMapped(); !fresh.isEmpty(); fresh = newlyMapped()) {
            eachOf(fresh);
        }
    }

    /** Companies whose subscriptions have been read. */
    Set<UUID> covered() {
        return covered;
    }

    /** Subscriptions that were met. */
    Set<UUID> seen() {
        return seen;
    }

    /** Whether every subscription has been met, so that others are gone. */
    boolean complete() {
        return complete;
    }

    /** Mapped companies that Pax8 refuses to tell about. */
    int refused() {
        return refused;
    }

    private void readOneWayOrTheOther(Set<UUID> companies) throws InterruptedException {
        FullPass<PartnerSubscription> all = new FullPass<>(
                partner::subscriptions,
                subscription -> subscription.companyId() != null && companies.contains(subscription.companyId()),
                store::write,
                tally,
                tally.run()::progress);
        PageWalk<PartnerSubscription> walk = partner.subscriptions();
        all.page(walk);
        if (companies.size() * 10 < walk.pages()) {
            seen.addAll(all.seen());
            eachOf(companies);
        } else {
            complete &= all.read(walk);
            seen.addAll(all.seen());
            covered.addAll(companies);
        }
    }

    private void eachOf(Set<UUID> companies) throws InterruptedException {
        int done = 0;
        for (UUID company : companies) {
            FullPass<PartnerSubscription> pass = new FullPass<>(
                    () -> partner.subscriptions(company),
                    subscription -> company.equals(subscription.companyId()) && !seen.contains(subscription.id()),
                    store::write,
                    tally,
                    (rows, of) -> {});
            try {
                complete &= pass.read();
            } catch (PartnerRefusal refusal) {
                tally.run().warn("Subscriptions of company " + company + " are kept as they are: " + refusal.getMessage());
                refused++;
            }
            seen.addAll(pass.seen());
            tally.run().progress(++done, companies.size());
        }
        covered.addAll(companies);
    }

    private Set<UUID> newlyMapped() {
        Set<UUID> fresh = new HashSet<>(store.mappedCompanies());
        fresh.removeAll(covered);
        return fresh;
    }
}
