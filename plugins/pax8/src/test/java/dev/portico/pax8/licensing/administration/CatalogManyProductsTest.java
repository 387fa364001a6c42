package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.portico.pax8.licensing.catalog.CatalogAction;
import dev.portico.pax8.licensing.catalog.CatalogFilter;
import dev.portico.pax8.licensing.catalog.CatalogProduct;
import dev.portico.pax8.licensing.catalog.CatalogScope;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is done to many products together. */
class CatalogManyProductsTest extends CatalogUnderTest {

    @Test
    void doesItToTheSelectionAndTakesItBack() {
        open();
        assertThat(button("Show").isEnabled()).as("nothing is selected").isFalse();
        grid().select(row(0));
        grid().select(row(2));
        assertThat(text()).contains("Selected: 2");
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
        assertThat(text()).contains("All that match: 3");
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

    private CatalogProduct row(int index) {
        return catalog.page(CatalogFilter.NONE, CatalogFilter.Sort.NAME, true, index, 1).getFirst();
    }

    private long visibles() {
        return catalog.count(new CatalogFilter("", Optional.empty(), Optional.empty(), Optional.of(true)));
    }

    private static String cell(int index, String key) {
        return _getCellComponent(grid(), index, key).getElement().getTextRecursively();
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

    @SuppressWarnings("unchecked")
    private static ComboBox<String> categoryField() {
        return _get(ComboBox.class, spec -> spec.withLabel("Category"));
    }
}
