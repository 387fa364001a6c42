package dev.portico.pax8.licensing.portal;

import static com.github.mvysny.kaributesting.v10.GridKt._findAll;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.pax8.licensing.catalog.ClientProduct;
import java.util.List;
import org.junit.jupiter.api.Test;

class MyCatalogScreenTest extends MyPagesUnderTest {

    @Test
    void showsVisibleProductsFeaturedFirstAndFilters() {
        clients.product("Acronis Backup", "Acronis", true, false, "Backup");
        clients.product("Zoom", "Zoom Inc", true, true, "Meetings");
        clients.product("Hidden Vault", "Secretvendor", false, false, "");
        open(MyCatalogScreen.class);
        assertThat(products()).containsExactly("Zoom", "Acronis Backup");
        assertThat(text()).contains("Featured", "2 products");
        _setValue(_get(TextField.class), "backup");
        assertThat(products()).containsExactly("Acronis Backup");
        _setValue(_get(TextField.class), "vault");
        assertThat(text()).contains("No product matches these filters.");
        _click(_find(Button.class, spec -> spec.withText("Clear filters")).getLast());
        assertThat(products()).hasSize(2);
        visit.parameters.put("category", "Meetings");
        open(MyCatalogScreen.class);
        assertThat(products()).containsExactly("Zoom");
        assertThat(_find(ComboBox.class)).extracting(ComboBox::getValue).contains("Meetings");
    }

    @Test
    void saysThatNothingIsShownYet() {
        open(MyCatalogScreen.class);
        assertThat(text()).contains("Nothing here yet");
    }

    @Test
    void asksForAProductOnce() {
        clients.product("Acronis Backup", "Acronis", true, false, "Backup");
        open(MyCatalogScreen.class);
        click("Ask for this product");
        _setValue(_get(IntegerField.class), null);
        _click(_get(Button.class, spec -> spec.withText("Send")));
        assertThat(_get(IntegerField.class).getErrorMessage()).isEqualTo("Enter 1 seat or more.");
        _setValue(_get(IntegerField.class), 25);
        _setValue(_get(TextArea.class), "New laptops");
        _click(_get(Button.class, spec -> spec.withText("Send")));
        assertThat(visit.notices.getFirst()).startsWith("You asked for Acronis Backup.");
        assertThat(actions()).containsExactly("Asked for");
        assertThat(plugin.jdbc.sql("select note from product_request where seats = 25").query(String.class).single())
                .isEqualTo("New laptops");
    }

    @Test
    void isToReadOnlyForThoseWhoMayNotAsk() {
        clients.product("Acronis Backup", "Acronis", true, false, "Backup");
        plugin.portal.permissions.remove("write_licensing");
        open(MyCatalogScreen.class);
        assertThat(actions()).containsExactly("");
    }

    private List<String> products() {
        return _findAll(MyPagesUnderTest.<ClientProduct>grid()).stream()
                .map(ClientProduct::name)
                .toList();
    }
}
