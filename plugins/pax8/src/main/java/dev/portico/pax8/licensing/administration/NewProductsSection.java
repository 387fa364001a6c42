package dev.portico.pax8.licensing.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.settings.LicensingSettings;

/** Whether clients see products that nobody has shown or hidden yet. */
final class NewProductsSection implements SettingsSection {

    private final Checkbox visible = new Checkbox();

    NewProductsSection(Messages messages, Runnable changed) {
        ApprovalSection.configure(
                visible, "settings.new-products", "settings.new-products.hint", messages, changed);
    }

    Component content() {
        return visible;
    }

    @Override
    public void show(LicensingSettings settings) {
        visible.setValue(settings.newProductsVisible());
    }

    @Override
    public LicensingSettings apply(LicensingSettings settings) {
        return new LicensingSettings(
                settings.version(),
                settings.rules(),
                visible.getValue(),
                settings.clientsSeePrices(),
                settings.vendorsByHand(),
                settings.writesStopped(),
                settings.changedAt(),
                settings.changedBy());
    }

    @Override
    public boolean valid() {
        return true;
    }
}
