package dev.portico.pax8.licensing.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.bench.Timings;
import dev.portico.pax8.fixtures.LargePortfolio;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.catalog.CatalogAction;
import dev.portico.pax8.licensing.catalog.CatalogChange;
import dev.portico.pax8.licensing.catalog.CatalogFilter;
import dev.portico.pax8.licensing.catalog.CatalogScope;
import dev.portico.pax8.licensing.catalog.CatalogService;
import dev.portico.pax8.licensing.catalog.ClientCatalog;
import dev.portico.pax8.licensing.catalog.ClientFilter;
import dev.portico.pax8.licensing.selfservice.RuleFilter;
import dev.portico.pax8.licensing.selfservice.SubscriptionRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Server time of Settings &gt; Licensing with 25,000 products and 100,000 subscriptions of 5,000 companies: pages and
 * counts of the grids, and bulk actions over everything with their undo. Runs by {@code ./mvnw -Pbench -pl plugins/pax8}
 * only. Floor: 50 products read by primary key, starting at a random id.
 */
class SettingsBenchmark {

    private static final int PRODUCTS = 25_000;
    private static final int SUBSCRIPTIONS = 100_000;
    private static final int PAGE = 50;
    private static final int ROUNDS = 10;
    private static final int WARM_UP = 1;

    private final Random random = new Random(8);
    private Timings timings = new Timings(() -> {});

    @Test
    void largeCatalogAndPortfolio() throws IOException {
        try (ScreensUnderTest plugin = new ScreensUnderTest()) {
            new LargePortfolio(5_000, PRODUCTS, SUBSCRIPTIONS).fill(plugin.jdbc);
            timings = new Timings(() -> floor(plugin));
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                if (round == 0) {
                    timings.forget();
                }
                bulk(plugin.bean(CatalogService.class));
                catalog(plugin.bean(CatalogService.class));
                clients(plugin.bean(ClientCatalog.class));
                plugin.portal.scope = new CompanyScope.All();
                selfService(plugin.bean(SubscriptionRules.class));
                timings.measure("vendors", () -> plugin.bean(Vendors.class).all());
            }
            timings.write(
                    "Settings: " + PRODUCTS + " products, " + SUBSCRIPTIONS + " subscriptions",
                    Path.of(System.getProperty("portico.bench.folder"), "bench-settings.md"));
        }
    }

    private void bulk(CatalogService catalog) {
        CatalogScope all = new CatalogScope.Matching(CatalogFilter.NONE);
        CatalogChange[] changes = new CatalogChange[3];
        catalog.apply(CatalogAction.HIDE, all);
        timings.measure("show all 25,000", () -> changes[0] = catalog.apply(CatalogAction.SHOW, all));
        timings.measure("feature all 25,000", () -> changes[1] = catalog.apply(CatalogAction.FEATURE, all));
        timings.measure("hide all 25,000", () -> changes[2] = catalog.apply(CatalogAction.HIDE, all));
        for (CatalogChange change : changes) {
            assertThat(change.changed()).isEqualTo(PRODUCTS);
        }
        timings.measure("undo over 25,000", () -> assertThat(catalog.undo(changes[2])).isEqualTo(PRODUCTS));
        catalog.apply(CatalogAction.UNFEATURE, all);
        catalog.apply(CatalogAction.HIDE, new CatalogScope.Matching(
                new CatalogFilter("premium", Optional.empty(), Optional.empty(), Optional.empty())));
        timings.measure("page of the catalog", () -> catalog.page(
                CatalogFilter.NONE, CatalogFilter.Sort.NAME, true, random.nextInt(PRODUCTS - PAGE), PAGE));
        catalog.apply(CatalogAction.HIDE, all);
        catalog.apply(CatalogAction.SHOW, new CatalogScope.Matching(
                new CatalogFilter("", Optional.of("Vendor 1"), Optional.empty(), Optional.empty())));
    }

    private void catalog(CatalogService catalog) {
        CatalogFilter search = new CatalogFilter("premium", Optional.empty(), Optional.empty(), Optional.empty());
        CatalogFilter visible = new CatalogFilter("", Optional.empty(), Optional.empty(), Optional.of(true));
        for (CatalogFilter.Sort sort : CatalogFilter.Sort.values()) {
            timings.measure(
                    "page of the catalog",
                    () -> catalog.page(CatalogFilter.NONE, sort, false, random.nextInt(PRODUCTS - PAGE), PAGE));
            timings.measure("page of the catalog, searched", () -> catalog.page(search, sort, true, 0, PAGE));
            timings.measure("page of the catalog, visible", () -> catalog.page(visible, sort, true, 0, PAGE));
        }
        timings.measure("count of the catalog", () -> catalog.count(CatalogFilter.NONE));
        timings.measure("count of the catalog, searched", () -> catalog.count(search));
        timings.measure("vendors of the catalog", catalog::vendors);
    }

    private void clients(ClientCatalog catalog) {
        timings.measure("page for clients", () -> catalog.page(ClientFilter.NONE, 0, PAGE));
        timings.measure("count for clients", () -> catalog.count(ClientFilter.NONE));
        timings.measure("choices for clients", catalog::choices);
    }

    private void selfService(SubscriptionRules rules) {
        RuleFilter search = new RuleFilter("premium", false);
        for (RuleFilter.Sort sort : RuleFilter.Sort.values()) {
            timings.measure(
                    "page of self-service by " + sort,
                    () -> rules.page(RuleFilter.NONE, sort, true, random.nextInt(SUBSCRIPTIONS / 2), PAGE));
            timings.measure("page of self-service, searched", () -> rules.page(search, sort, true, 0, PAGE));
        }
        timings.measure("count of self-service", () -> rules.count(RuleFilter.NONE));
        timings.measure("count of self-service, searched", () -> rules.count(search));
    }

    private void floor(ScreensUnderTest plugin) {
        plugin.jdbc
                .sql("select * from product where id > ? order by id limit " + PAGE)
                .param(new UUID(random.nextLong(), 0))
                .query((row, number) -> row.getObject("id", UUID.class) + row.getString("name"))
                .list();
    }
}
