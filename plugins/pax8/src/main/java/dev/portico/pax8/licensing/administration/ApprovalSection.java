package dev.portico.pax8.licensing.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.administration.Vendors.Vendor;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import dev.portico.pax8.licensing.settings.SettingsService;
import java.util.List;

/** Which requests need an approval, who places them, and what clients see of prices. */
final class ApprovalSection implements SettingsSection {

    private static final int EXAMPLE_SEATS = 10;

    private final Messages messages;
    private final Checkbox byDefault = new Checkbox();
    private final IntegerField threshold = new IntegerField();
    private final VendorBadges alwaysAsk;
    private final VendorBadges byHand;
    private final Checkbox prices = new Checkbox();
    private final Div content;

    ApprovalSection(List<Vendor> vendors, Messages messages, Runnable changed) {
        this.messages = messages;
        alwaysAsk = new VendorBadges("vendors", vendors, messages, changed);
        byHand = new VendorBadges("by-hand", vendors, messages, changed);
        configure(byDefault, "settings.approval", "settings.approval.hint", changed);
        configure(prices, "settings.prices", "settings.prices.hint", changed);
        configureThreshold(changed);
        content = new Div(
                new H2(messages.text("settings.approval.title")), byDefault, threshold, alwaysAsk.content(),
                byHand.content(), prices);
        content.addClassNames("portico-panel", "portico-setting");
    }

    Component content() {
        return content;
    }

    @Override
    public void show(LicensingSettings settings) {
        byDefault.setValue(settings.rules().approvalByDefault());
        threshold.setValue(settings.rules().autoApprovePercent());
        alwaysAsk.choose(settings.rules().vendorsAlwaysAsk());
        byHand.choose(settings.vendorsByHand());
        prices.setValue(settings.clientsSeePrices());
        explainThreshold();
    }

    @Override
    public LicensingSettings apply(LicensingSettings settings) {
        LicensingRules rules = settings.rules();
        return new LicensingSettings(
                settings.version(),
                new LicensingRules(
                        byDefault.getValue(),
                        valid() ? threshold.getValue() : rules.autoApprovePercent(),
                        alwaysAsk.chosen(),
                        rules.selfServiceAllowed(),
                        rules.minSeats(),
                        rules.maxSeats()),
                settings.newProductsVisible(),
                prices.getValue(),
                byHand.chosen(),
                settings.writesStopped(),
                settings.changedAt(),
                settings.changedBy());
    }

    @Override
    public boolean valid() {
        Integer percent = threshold.getValue();
        return percent != null && percent >= 0 && percent <= SettingsService.HIGHEST_PERCENT;
    }

    static void configure(Checkbox toggle, String key, String hint, Messages messages, Runnable changed) {
        toggle.setLabel(messages.text(key));
        toggle.setHelperText(messages.text(hint));
        toggle.addClassName("portico-switch");
        toggle.addValueChangeListener(change -> changed.run());
    }

    private void configure(Checkbox toggle, String key, String hint, Runnable changed) {
        configure(toggle, key, hint, messages, changed);
    }

    private void configureThreshold(Runnable changed) {
        String wrong = messages.text("settings.refused.percent", SettingsService.HIGHEST_PERCENT);
        threshold.setLabel(messages.text("settings.threshold"));
        threshold.setMin(0);
        threshold.setMax(SettingsService.HIGHEST_PERCENT);
        threshold.setStepButtonsVisible(true);
        threshold.setValueChangeMode(ValueChangeMode.LAZY);
        threshold.setI18n(new IntegerField.IntegerFieldI18n()
                .setRequiredErrorMessage(wrong)
                .setMinErrorMessage(wrong)
                .setMaxErrorMessage(wrong)
                .setBadInputErrorMessage(wrong));
        threshold.setRequiredIndicatorVisible(true);
        threshold.addValueChangeListener(change -> {
            explainThreshold();
            changed.run();
        });
        byDefault.addValueChangeListener(change -> explainThreshold());
    }

    /** With the numbers of an example, because "inclusive" and "percent of what" are hard to say otherwise. */
    private void explainThreshold() {
        if (!valid()) {
            return;
        }
        int most = EXAMPLE_SEATS + EXAMPLE_SEATS * threshold.getValue() / 100;
        String hint = threshold.getValue() * EXAMPLE_SEATS < 100
                ? messages.text("settings.threshold.hint.small", EXAMPLE_SEATS, EXAMPLE_SEATS + 1)
                : messages.text("settings.threshold.hint", EXAMPLE_SEATS, most, most + 1);
        threshold.setHelperText(
                byDefault.getValue() ? messages.text("settings.threshold.hint.off") : hint);
    }
}
