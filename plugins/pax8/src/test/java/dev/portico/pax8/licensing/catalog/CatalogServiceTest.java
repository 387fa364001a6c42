package dev.portico.pax8.licensing.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.CountedStatements;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.catalog.CatalogFilter.Sort;
import dev.portico.pax8.licensing.catalog.CatalogScope.Matching;
import dev.portico.pax8.licensing.catalog.CatalogScope.Selected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogServiceTest {

    private static final Matching ALL = new Matching(CatalogFilter.NONE);

    private ScreensUnderTest plugin;
    private CatalogService catalog;
    private UUID office;
    private UUID backup;
    private UUID creative;

    @BeforeEach
    void threeProducts() {
        plugin = new ScreensUnderTest();
        catalog = plugin.bean(CatalogService.class);
        office = plugin.product("Microsoft 365", "Microsoft");
        backup = plugin.product("Acronis Cyber Protect", "Acronis");
        creative = plugin.product("Adobe Creative Cloud", "Adobe");
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void hidesNewProductsUntilTheyAreShown() {
        assertThat(page(CatalogFilter.NONE)).extracting(CatalogProduct::visible).containsOnly(false);
        catalog.apply(CatalogAction.SHOW, new Selected(Set.of(office)));
        assertThat(page(CatalogFilter.NONE)).extracting(CatalogProduct::visible).containsExactly(false, false, true);
    }

    @Test
    void showsNewProductsIfTheSettingsSaySoButNoneThatWasHidden() {
        newProductsVisible();
        catalog.apply(CatalogAction.HIDE, new Selected(Set.of(office)));
        assertThat(page(CatalogFilter.NONE)).extracting(CatalogProduct::visible).containsExactly(true, true, false);
    }

    @Test
    void featuresOnlyWhatIsVisibleAndUnfeaturesWhatIsHidden() {
        catalog.apply(CatalogAction.SHOW, new Selected(Set.of(office, backup)));
        CatalogChange featured = catalog.apply(CatalogAction.FEATURE, ALL);
        assertThat(featured.changed()).isEqualTo(2);
        assertThat(featured.hidden()).isEqualTo(1);
        catalog.apply(CatalogAction.HIDE, new Selected(Set.of(office)));
        assertThat(product(office).featured()).isFalse();
        assertThat(product(backup).featured()).isTrue();
        catalog.apply(CatalogAction.SHOW, new Selected(Set.of(office)));
        assertThat(product(office).featured()).as("not featured again by itself").isFalse();
    }

    @Test
    void featuresWhatIsVisibleOnlyByTheSettings() {
        newProductsVisible();
        catalog.apply(CatalogAction.FEATURE, new Selected(Set.of(office)));
        assertThat(product(office).featured()).isTrue();
    }

    @Test
    void doesItToAllThatMatchAndToNoOther() {
        CatalogFilter acronis = new CatalogFilter("ACRO", Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(catalog.apply(CatalogAction.SHOW, new Matching(acronis)).changed()).isEqualTo(1);
        assertThat(product(backup).visible()).isTrue();
        assertThat(product(office).visible()).isFalse();
    }

    @Test
    void changesThousandsByOneStatementAndTakesThemBackByOne() {
        plugin.jdbc.sql("""
                        insert into product (id, name, vendor_name, short_description, sku, vendor_sku, requires_commitment,
                                             listed, first_seen_at, changed_at)
                        select gen_random_uuid(), 'Many ' || i, 'Vendor ' || i % 7, '', '', '', false, true, now(), now()
                        from generate_series(1, 4000) i
                        """)
                .update();
        catalog.apply(CatalogAction.SHOW, new Selected(Set.of(office, backup)));
        catalog.apply(CatalogAction.FEATURE, new Selected(Set.of(office)));
        catalog.categorize(creative, "Design");
        plugin.clock.forward(Duration.ofMinutes(1));
        List<String> before = entries();
        CountedStatements statements = new CountedStatements(plugin.dataSource);
        CatalogStore store = new CatalogStore(JdbcClient.create(statements));
        CatalogChange change = store.apply(CatalogAction.SHOW, ALL, plugin.clock.instant(), "admin@example.com");
        assertThat(statements.sent).hasSize(1);
        assertThat(change.asked()).isEqualTo(4003);
        assertThat(change.changed()).isEqualTo(4001);
        assertThat(catalog.count(new CatalogFilter("", Optional.empty(), Optional.empty(), Optional.of(true))))
                .isEqualTo(4003);
        assertThat(store.restore(change)).isEqualTo(4001);
        assertThat(statements.sent).hasSize(2);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void restoresFeaturedOnesThatHidingUnfeatured() {
        catalog.apply(CatalogAction.SHOW, new Selected(Set.of(office, backup)));
        catalog.apply(CatalogAction.FEATURE, new Selected(Set.of(office)));
        plugin.clock.forward(Duration.ofMinutes(1));
        CatalogChange hidden = catalog.apply(CatalogAction.HIDE, ALL);
        assertThat(catalog.undo(hidden)).isEqualTo(2);
        assertThat(product(office).featured()).isTrue();
        assertThat(product(backup).visible()).isTrue();
        assertThat(product(creative).visible()).isFalse();
    }

    @Test
    void leavesAloneOnUndoWhatSomebodyHasChangedSince() {
        CatalogChange shown = catalog.apply(CatalogAction.SHOW, ALL);
        plugin.clock.forward(Duration.ofMinutes(1));
        catalog.apply(CatalogAction.FEATURE, new Selected(Set.of(office)));
        catalog.categorize(backup, "Backup");
        assertThat(catalog.undo(shown)).isEqualTo(2);
        assertThat(product(office).featured()).isTrue();
        assertThat(product(backup).visible()).isFalse();
        assertThat(product(backup).category()).isEqualTo("Backup");
    }

    @Test
    void categorizesWithoutDecidingWhetherItIsShown() {
        catalog.categorize(office, "  Productivity ");
        newProductsVisible();
        assertThat(product(office).visible()).isTrue();
        assertThat(product(office).category()).isEqualTo("Productivity");
        assertThat(catalog.categories()).containsExactly("Productivity");
        CatalogFilter none = new CatalogFilter("", Optional.empty(), Optional.of(""), Optional.empty());
        assertThat(page(none)).extracting(CatalogProduct::id).containsExactly(backup, creative);
        catalog.categorize(office, "");
        assertThat(catalog.categories()).isEmpty();
    }

    @Test
    void filtersAndSorts() {
        plugin.price(office, 1, "Annual", "240");
        plugin.price(office, 2, "Monthly", "22.5");
        plugin.price(backup, 1, "Monthly", "30");
        assertThat(page(new CatalogFilter("", Optional.of("Adobe"), Optional.empty(), Optional.empty())))
                .extracting(CatalogProduct::id)
                .containsExactly(creative);
        assertThat(catalog.page(CatalogFilter.NONE, Sort.PRICE, false, 0, 10))
                .extracting(CatalogProduct::id)
                .containsExactly(backup, office, creative);
        assertThat(product(office).price().orElseThrow().billingTerm()).isEqualTo("Monthly");
        assertThat(product(creative).price()).isEmpty();
        assertThat(catalog.page(CatalogFilter.NONE, Sort.VENDOR, true, 1, 1))
                .extracting(CatalogProduct::id)
                .containsExactly(creative);
        for (Sort sort : Sort.values()) {
            assertThat(catalog.page(CatalogFilter.NONE, sort, true, 0, 10)).hasSize(3);
        }
    }

    @Test
    void leavesOutProductsThatPax8DoesNotOfferAnyMore() {
        plugin.jdbc.sql("update product set listed = false where id = ?").param(creative).update();
        assertThat(catalog.count(CatalogFilter.NONE)).isEqualTo(2);
        assertThat(catalog.apply(CatalogAction.SHOW, ALL).changed()).isEqualTo(2);
    }

    @Test
    void touchesNoSubscription() {
        UUID acme = plugin.pax8Company("Acme", "");
        plugin.subscription(acme, "Microsoft 365", 5, "Active", "Monthly", "1", "USD");
        catalog.apply(CatalogAction.SHOW, ALL);
        catalog.apply(CatalogAction.HIDE, ALL);
        assertThat(plugin.jdbc.sql("select status from subscription").query(String.class).list())
                .containsExactly("Active");
    }

    @Test
    void recordsWhoDidWhat() {
        catalog.apply(CatalogAction.SHOW, new Selected(Set.of(office)));
        catalog.apply(CatalogAction.SHOW, new Selected(Set.of(office)));
        catalog.undo(catalog.apply(CatalogAction.HIDE, ALL));
        assertThat(plugin.host.audit)
                .containsExactly(
                        "catalog.show 1 selected",
                        "catalog.hide all that matched: name \"\", vendor \"\", category \"\", visible \"\"",
                        "catalog.undone hide taken back for 1");
    }

    @Test
    void needsThePermission() {
        CatalogChange change = catalog.apply(CatalogAction.SHOW, ALL);
        plugin.portal.permissions.remove("manage_licensing");
        assertThatThrownBy(() -> catalog.apply(CatalogAction.SHOW, ALL)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> catalog.undo(change)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> catalog.categorize(office, "x")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> catalog.count(CatalogFilter.NONE)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> page(CatalogFilter.NONE)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> catalog.vendors()).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> catalog.categories()).isInstanceOf(PermissionDenied.class);
    }

    private void newProductsVisible() {
        plugin.jdbc.sql("""
                        insert into licensing_settings
                        select 2, approval_by_default, auto_approve_percent, vendors_always_ask, self_service_allowed,
                               min_seats, max_seats, true, clients_see_prices, vendors_by_hand, writes_stopped, changed_at,
                               changed_by
                        from licensing_settings where version = 1
                        """)
                .update();
    }

    private List<String> entries() {
        return plugin.jdbc.sql("select product_id || ' ' || coalesce(visible::text, '') || featured || category"
                        + " from catalog_entry order by 1")
                .query(String.class)
                .list();
    }

    private List<CatalogProduct> page(CatalogFilter filter) {
        return catalog.page(filter, Sort.NAME, true, 0, 50);
    }

    private CatalogProduct product(UUID id) {
        return page(CatalogFilter.NONE).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }
}
