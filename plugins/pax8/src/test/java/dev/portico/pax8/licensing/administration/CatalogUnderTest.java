package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.catalog.CatalogFilter;
import dev.portico.pax8.licensing.catalog.CatalogProduct;
import dev.portico.pax8.licensing.catalog.CatalogService;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The tab of the catalog with three products. */
abstract class CatalogUnderTest {

    ScreensUnderTest plugin;
    CatalogService catalog;
    Visit visit;
    UUID office;

    @BeforeEach
    void threeProducts() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        plugin.connect();
        catalog = plugin.bean(CatalogService.class);
        visit = new Visit();
        visit.parameters.put("tab", "catalog");
        plugin.product("Acronis Cyber Protect", "Acronis");
        plugin.product("Adobe Creative Cloud", "Adobe");
        office = plugin.product("Microsoft 365", "Microsoft");
        plugin.price(office, 1, "Monthly", "22.5");
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    void open() {
        UI.getCurrent().removeAll();
        visit.actions.clear();
        UI.getCurrent().add(plugin.bean(SettingsScreen.class).open(visit));
    }

    CatalogProduct product() {
        return catalog.page(CatalogFilter.NONE, CatalogFilter.Sort.NAME, true, 0, 10).getLast();
    }

    static TextField search() {
        return _find(TextField.class).stream()
                .filter(field -> field.getAriaLabel().filter("Search products"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    static ComboBox<Object> filter(String label) {
        return _find(ComboBox.class).stream()
                .filter(field -> field.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    @SuppressWarnings("unchecked")
    static Grid<CatalogProduct> grid() {
        return _get(Grid.class);
    }

    static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
