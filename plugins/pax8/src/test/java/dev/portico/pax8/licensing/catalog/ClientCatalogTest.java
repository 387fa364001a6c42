package dev.portico.pax8.licensing.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.catalog.CatalogScope.Selected;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientCatalogTest {

    private ScreensUnderTest plugin;
    private ClientCatalog catalog;
    private UUID office;
    private UUID backup;
    private UUID hidden;

    @BeforeEach
    void aCatalog() {
        plugin = new ScreensUnderTest();
        catalog = plugin.bean(ClientCatalog.class);
        CatalogService staff = plugin.bean(CatalogService.class);
        office = plugin.product("Microsoft 365", "Microsoft");
        backup = plugin.product("Acronis Cyber Protect", "Acronis");
        hidden = plugin.product("Adobe Creative Cloud", "Adobe");
        plugin.price(office, 1, "Monthly", "22.5");
        staff.apply(CatalogAction.SHOW, new Selected(Set.of(office, backup)));
        staff.apply(CatalogAction.FEATURE, new Selected(Set.of(office)));
        staff.categorize(office, "Productivity");
        staff.categorize(hidden, "Design");
        plugin.portal.permissions.clear();
        plugin.portal.permissions.add("read_licensing");
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void showsVisibleProductsOnlyAndFeaturedOnesFirst() {
        assertThat(catalog.page(ClientFilter.NONE, 0, 10))
                .extracting(ClientProduct::name)
                .containsExactly("Microsoft 365", "Acronis Cyber Protect");
        assertThat(catalog.page(ClientFilter.NONE, 1, 10)).hasSize(1);
        assertThat(catalog.count(ClientFilter.NONE)).isEqualTo(2);
        assertThat(catalog.find(office)).get().extracting(ClientProduct::featured).isEqualTo(true);
        assertThat(catalog.find(hidden)).isEmpty();
    }

    @Test
    void offersOnlyVendorsAndCategoriesOfVisibleProducts() {
        assertThat(catalog.choices().vendors()).containsExactly("Acronis", "Microsoft");
        assertThat(catalog.choices().categories()).containsExactly("Productivity");
    }

    @Test
    void filters() {
        assertThat(catalog.count(new ClientFilter("cyber", Optional.empty(), Optional.empty()))).isEqualTo(1);
        assertThat(catalog.count(new ClientFilter("creative", Optional.empty(), Optional.empty()))).isZero();
        assertThat(catalog.count(new ClientFilter("", Optional.of("Microsoft"), Optional.empty()))).isEqualTo(1);
        assertThat(catalog.count(new ClientFilter("", Optional.empty(), Optional.of("Productivity")))).isEqualTo(1);
    }

    @Test
    void showsPricesOnlyIfTheSettingsSaySo() {
        assertThat(catalog.find(office).orElseThrow().price()).isEmpty();
        plugin.jdbc.sql("update licensing_settings set clients_see_prices = true").update();
        assertThat(catalog.find(office).orElseThrow().price().orElseThrow().amount()).isEqualByComparingTo("22.5");
        plugin.jdbc.sql("update licensing_settings set clients_see_prices = false").update();
        plugin.portal.permissions.add("manage_licensing");
        assertThat(catalog.find(office).orElseThrow().price()).isPresent();
    }

    @Test
    void needsThePermission() {
        plugin.portal.permissions.clear();
        assertThatThrownBy(() -> catalog.page(ClientFilter.NONE, 0, 10)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> catalog.count(ClientFilter.NONE)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> catalog.find(office)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> catalog.choices()).isInstanceOf(PermissionDenied.class);
    }
}
