package dev.portico.pax8.licensing.catalog;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import dev.portico.api.host.Messages;
import java.util.List;
import java.util.function.Consumer;

/** Asks in which category a product stands: one that others stand in, or a new one. */
final class CategoryDialog {

    private final Dialog dialog = new Dialog();

    CategoryDialog(Messages messages, List<String> categories, CatalogProduct product, Consumer<String> save) {
        dialog.setHeaderTitle(messages.text("catalog.category.title", product.name()));
        ComboBox<String> category = new ComboBox<>(messages.text("catalog.category"));
        category.setItems(categories);
        category.setAllowCustomValue(true);
        category.addCustomValueSetListener(typed -> category.setValue(typed.getDetail()));
        category.setClearButtonVisible(true);
        category.setHelperText(messages.text("catalog.category.hint"));
        category.setWidthFull();
        if (!product.category().isEmpty()) {
            category.setValue(product.category());
        }
        dialog.add(category);
        Button done = new Button(messages.text("catalog.category.save"), click -> {
            dialog.close();
            save.accept(category.getOptionalValue().orElse(""));
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClickShortcut(Key.ENTER).listenOn(dialog);
        dialog.getFooter().add(new Button(messages.text("settings.cancel"), click -> dialog.close()), done);
        dialog.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                category.focus();
            }
        });
    }

    void open() {
        dialog.open();
    }
}
