package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import dev.portico.pax8.licensing.catalog.CatalogAction;
import dev.portico.pax8.licensing.catalog.CatalogProduct;
import dev.portico.pax8.licensing.catalog.CatalogScope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the catalog shows of a product, and what is done to it there. */
class CatalogTabTest extends CatalogUnderTest {

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
    void labelsEveryControlOfARow() {
        open();
        assertThat(visible(2).getAriaLabel()).contains("Visible to clients: Microsoft 365");
        assertThat(_get(_getCellComponent(grid(), 2, "CATEGORY"), Button.class).getAriaLabel())
                .contains("Category of Microsoft 365");
    }

    private static String column(String key, int index) {
        return com.github.mvysny.kaributesting.v10.GridKt._getFormattedRow(grid(), index).get(indexOf(key));
    }

    private static int indexOf(String key) {
        List<Grid.Column<CatalogProduct>> visible =
                grid().getColumns().stream().filter(Grid.Column::isVisible).toList();
        return visible.indexOf(grid().getColumnByKey(key));
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
}
