package dev.portico.pax8.licensing.terms;

import dev.portico.api.host.Messages;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.JobRun;
import dev.portico.api.job.PluginJob;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerDependencies;
import dev.portico.pax8.partner.PartnerFault;
import dev.portico.pax8.partner.PartnerPricing;
import dev.portico.pax8.partner.PartnerRefusal;
import dev.portico.pax8.sync.SyncFrame;
import dev.portico.pax8.sync.Tally;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings the commitments and prices of products in use, two calls for each. What it has written it does not ask for
 * again, so a run that was broken off goes on where it was.
 */
public final class TermsSync implements PluginJob {

    /** Job id. */
    public static final String JOB = "terms";

    /** After so many faults in a row the next product would not fare better. */
    private static final int FAULTS_IN_A_ROW = 3;

    private final SyncFrame frame;
    private final PartnerClient partner;
    private final TermsStore store;
    private final Messages messages;

    TermsSync(SyncFrame frame, PartnerClient partner, TermsStore store, Messages messages) {
        this.frame = frame;
        this.partner = partner;
        this.store = store;
        this.messages = messages;
    }

    @Override
    public JobOutcome run(JobRun run) throws InterruptedException {
        return frame.run(JOB, run, this::sync);
    }

    private JobOutcome sync(Tally tally) throws InterruptedException {
        List<UUID> products = store.due();
        int done = 0;
        int failed = 0;
        int inARow = 0;
        for (UUID product : products) {
            tally.stopIfCancelled();
            try {
                Optional<String> problem = bring(product, tally);
                problem.ifPresent(reason -> failed(product, reason, tally));
                failed += problem.isPresent() ? 1 : 0;
                inARow = 0;
            } catch (PartnerFault fault) {
                failed(product, fault.getMessage(), tally);
                failed++;
                if (++inARow == FAULTS_IN_A_ROW) {
                    throw fault;
                }
            }
            tally.run().progress(++done, products.size());
        }
        return failed == 0 ? tally.succeeded() : tally.incomplete(messages.text("terms.incomplete", failed, products.size()));
    }

    private Optional<String> bring(UUID product, Tally tally) throws InterruptedException {
        try {
            Optional<PartnerDependencies> dependencies = partner.dependencies(product);
            Optional<List<PartnerPricing>> pricing = partner.pricing(product, Optional.empty());
            if (dependencies.isEmpty() || pricing.isEmpty()) {
                return Optional.of(messages.text("terms.unknown-product"));
            }
            store.write(product, dependencies.get(), pricing.get());
            tally.read(dependencies.get().commitments().size() + pricing.get().size());
            return Optional.empty();
        } catch (PartnerRefusal refusal) {
            if (refusal.status() == 403) {
                throw refusal; // why: it is meant for the account, not for the product
            }
            return Optional.of(refusal.getMessage());
        }
    }

    private void failed(UUID product, String reason, Tally tally) {
        store.failed(product, reason);
        tally.run().warn(messages.text("terms.product-failed", product, reason));
    }
}
