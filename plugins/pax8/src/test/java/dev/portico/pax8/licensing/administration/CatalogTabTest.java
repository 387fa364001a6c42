package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.catalog.CatalogAction;
import dev.portico.pax8.licensing.catalog.CatalogFilter;
import dev.portico.pax8.licensing.catalog.CatalogProduct;
import dev.portico.pax8.licensing.catalog.CatalogScope;
import dev.portico.pax8.licensing.catalog.CatalogService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogTabTest {

    private ScreensUnderTest plugin;
    private CatalogService catalog;
    private Visit visit;
    private UUID office;

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

    @Test
    void saysWhatWillBeHereWhileNothingIsSynced() {
        plugin.jdbc.sql("delete from product").update();
        open();
        assertThat(text()).contains("No products yet");
        assertThat(_find(Grid.class)).isEmpty();
    }

    @Test
    void showsPricesWhereTheyAreKnown() {
        open();
        assertThat(column("PRICE", 2)).isEqualTo("22.50 · Monthly");
        assertThat(column("PRICE", 0)).isEqualTo("–");
    }

    @Test
    void showsAndHidesBySwitchAndFeaturesByStar() {
        open();
        assertThat(star(2).isEnabled()).as("a hidden product cannot be featured").isFalse();
        assertThat(star(2).getAriaLabel()).contains("Featured: Microsoft 365");
        flip(visible(2), true);
        assertThat(product().visible()).isTrue();
        _click(star(2));
        assertThat(product().featured()).isTrue();
        assertThat(star(2).getElement().getAttribute("aria-pressed")).isEqualTo("true");
        flip(visible(2), false);
        assertThat(product().visible()).isFalse();
        assertThat(product().featured()).as("hiding unfeatures").isFalse();
        assertThat(star(2).getElement().getAttribute("aria-pressed")).isEqualTo("false");
    }

    @Test
    void tellsWhenAProductWasHiddenMeanwhile() {
        catalog.apply(CatalogAction.SHOW, new CatalogScope.Selected(Set.of(office)));
        open();
        Button star = star(2);
        catalog.apply(CatalogAction.HIDE, new CatalogScope.Selected(Set.of(office)));
        _click(star);
        assertThat(visit.problems).containsExactly("Microsoft 365 was hidden meanwhile and cannot be featured.");
        assertThat(product().featured()).isFalse();
        assertThat(star(2).isEnabled()).isFalse();
    }

    @Test
    void filtersAndKeepsTheFiltersInTheAddress() {
        catalog.apply(CatalogAction.SHOW, new CatalogScope.Selected(Set.of(office)));
        catalog.categorize(office, "Productivity");
        open();
        _setValue(search(), "a");
        assertThat(_size(grid())).isEqualTo(2);
        assertThat(visit.parameters).containsEntry("product", "a");
        _setValue(search(), "nothing like it");
        assertThat(text()).contains("No product matches these filters.");
        _click(button("Clear filters"));
        assertThat(_size(grid())).isEqualTo(3);
        filter("Vendor").setValue("Microsoft");
        assertThat(_size(grid())).isEqualTo(1);
        _click(button("Clear filters"));
        filter("Category").setValue("");
        assertThat(_size(grid())).isEqualTo(2);
        assertThat(visit.parameters).containsEntry("category", "none");
        _click(button("Clear filters"));
        filter("Visibility").setValue(true);
        assertThat(_size(grid())).isEqualTo(1);
        open();
        assertThat(_size(grid())).as("from the address").isEqualTo(1);
    }

    @Test
    void doesItToTheSelectionAndTakesItBack() {
        open();
        assertThat(button("Show").isEnabled()).as("nothing is selected").isFalse();
        grid().select(row(0));
        grid().select(row(2));
        assertThat(target().getItemLabelGenerator().apply(target().getValue())).isEqualTo("Selected: 2");
        _click(button("Show"));
        assertThat(visit.notices).containsExactly("2 products are visible to clients now.");
        assertThat(visibles()).isEqualTo(2);
        visit.undo.run();
        assertThat(visibles()).isZero();
        assertThat(visit.notices).last().isEqualTo("2 products stand as before.");
        assertThat(plugin.count("catalog_entry")).isZero();
    }

    @Test
    void doesItToAllThatMatchAndSaysHowMany() {
        catalog.apply(CatalogAction.SHOW, new CatalogScope.Selected(Set.of(office)));
        open();
        chooseAll();
        assertThat(target().getItemLabelGenerator().apply(target().getValue())).isEqualTo("All that match: 3");
        _click(button("Feature"));
        assertThat(visit.notices).containsExactly("1 product is featured now. 2 hidden ones were left out.");
        _click(button("Unfeature"));
        assertThat(visit.notices).last().isEqualTo("1 product is not featured any more.");
        _click(button("Hide"));
        assertThat(visit.notices).last().isEqualTo("1 product is hidden from clients now. Subscriptions go on.");
        _setValue(search(), "cloud");
        chooseAll();
        _click(button("Show"));
        assertThat(visibles()).as("only what matches").isEqualTo(1);
        _click(button("Show"));
        assertThat(visit.notices).last().isEqualTo("All were visible already.");
    }

    @Test
    void setsACategory() {
        open();
        _click(_get(_getCellComponent(grid(), 2, "CATEGORY"), Button.class));
        ComboBox<String> category = categoryField();
        category.setValue("Productivity");
        _click(button("Set category"));
        assertThat(product().category()).isEqualTo("Productivity");
        assertThat(cell(2, "CATEGORY")).contains("Productivity");
        assertThat(filter("Category").getGenericDataView().getItems().map(Object::toString).toList())
                .containsExactly("", "Productivity");
        assertThat(visit.problems).isEmpty();
    }

    @Test
    void labelsEveryControlOfARow() {
        open();
        assertThat(visible(2).getAriaLabel()).contains("Visible to clients: Microsoft 365");
        assertThat(_get(_getCellComponent(grid(), 2, "CATEGORY"), Button.class).getAriaLabel())
                .contains("Category of Microsoft 365");
    }

    private void open() {
        UI.getCurrent().removeAll();
        visit.actions.clear();
        UI.getCurrent().add(plugin.bean(SettingsScreen.class).open(visit));
    }

    private CatalogProduct product() {
        return catalog.page(CatalogFilter.NONE, CatalogFilter.Sort.NAME, true, 0, 10).getLast();
    }

    private CatalogProduct row(int index) {
        return catalog.page(CatalogFilter.NONE, CatalogFilter.Sort.NAME, true, index, 1).getFirst();
    }

    private long visibles() {
        return catalog.count(new CatalogFilter("", Optional.empty(), Optional.empty(), Optional.of(true)));
    }

    private static String column(String key, int index) {
        return com.github.mvysny.kaributesting.v10.GridKt._getFormattedRow(grid(), index).get(indexOf(key));
    }

    private static int indexOf(String key) {
        List<Grid.Column<CatalogProduct>> visible =
                grid().getColumns().stream().filter(Grid.Column::isVisible).toList();
        return visible.indexOf(grid().getColumnByKey(key));
    }

    private static String cell(int index, String key) {
        return _getCellComponent(grid(), index, key).getElement().getTextRecursively();
    }

    private static Checkbox visible(int index) {
        return (Checkbox) (Component) _getCellComponent(grid(), index, "VISIBLE");
    }

    private static Button star(int index) {
        return (Button) (Component) _getCellComponent(grid(), index, "FEATURED");
    }

    /** Changes it as a user does: the change comes from the browser. */
    private static void flip(Checkbox toggle, boolean value) {
        toggle.setValue(value);
        ComponentUtil.fireEvent(
                toggle, new AbstractField.ComponentValueChangeEvent<>(toggle, toggle, !value, true));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void chooseAll() {
        RadioButtonGroup group = target();
        group.setValue(group.getListDataView().getItem(1));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Object> target() {
        return _get(RadioButtonGroup.class);
    }

    private static TextField search() {
        return _find(TextField.class).stream()
                .filter(field -> field.getAriaLabel().filter("Search products"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> filter(String label) {
        return _find(ComboBox.class).stream()
                .filter(field -> field.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> categoryField() {
        return _get(ComboBox.class, spec -> spec.withLabel("Category"));
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    @SuppressWarnings("unchecked")
    private static Grid<CatalogProduct> grid() {
        return _get(Grid.class);
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
