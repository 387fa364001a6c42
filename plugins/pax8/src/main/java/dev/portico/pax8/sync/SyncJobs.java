package dev.portico.pax8.sync;

import dev.portico.api.job.JobDeclaration;
import java.util.List;
import java.util.Optional;

/** The plugin's background jobs. */
public final class SyncJobs {

    /** Job id: all companies. */
    public static final String COMPANIES = "companies";

    /** Job id: the catalog. */
    public static final String PRODUCTS = "products";

    /** Job id: subscriptions of mapped companies. */
    public static final String SUBSCRIPTIONS = "subscriptions";

    /** Job id: usage of usage-based subscriptions. */
    public static final String USAGE = "usage";

    /** Argument of a run that may remove as many rows as are gone at Pax8. */
    public static final String CONFIRM_REMOVALS = "confirm-removals";

    private SyncJobs() {}

    /** The jobs with their schedules. */
    public static List<JobDeclaration> declarations() {
        return List.of(
                new JobDeclaration(COMPANIES, "sync.companies.job", Optional.of("0 */4 * * *"), CompanySync.class),
                new JobDeclaration(SUBSCRIPTIONS, "sync.subscriptions.job", Optional.of("0 * * * *"), SubscriptionSync.class),
                new JobDeclaration(PRODUCTS, "sync.products.job", Optional.of("0 3 * * *"), ProductSync.class),
                new JobDeclaration(USAGE, "sync.usage.job", Optional.of("0 4 * * *"), UsageSync.class));
    }
}
