package dev.portico.pax8.licensing.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import dev.portico.pax8.look.Pieces;

/** What subscriptions inherit: whether clients may ask, and for how many seats. */
final class SelfServiceSection implements SettingsSection {

    private final Messages messages;
    private final Checkbox allowed = new Checkbox();
    private final IntegerField min = new IntegerField();
    private final IntegerField max = new IntegerField();
    private final Div content;

    SelfServiceSection(Messages messages, Runnable changed) {
        this.messages = messages;
        ApprovalSection.configure(allowed, "settings.self-service", "settings.self-service.hint", messages, changed);
        configure(min, "settings.min", changed);
        min.setRequiredIndicatorVisible(true);
        min.setHelperText(messages.text("settings.min.hint"));
        configure(max, "settings.max", changed);
        max.setClearButtonVisible(true);
        max.setHelperText(messages.text("settings.max.hint"));
        content = new Div(
                new H2(messages.text("settings.self-service.title")),
                allowed,
                Pieces.row("portico-fields", min, max));
        content.addClassNames("portico-panel", "portico-setting");
    }

    Component content() {
        return content;
    }

    @Override
    public void show(LicensingSettings settings) {
        allowed.setValue(settings.rules().selfServiceAllowed());
        min.setValue((int) Math.min(Integer.MAX_VALUE, settings.rules().minSeats()));
        max.setValue(settings.rules()
                .maxSeats()
                .map(most -> (int) Math.min(Integer.MAX_VALUE, most))
                .orElse(null));
        check();
    }

    @Override
    public LicensingSettings apply(LicensingSettings settings) {
        LicensingRules rules = settings.rules();
        boolean valid = valid();
        return new LicensingSettings(
                settings.version(),
                new LicensingRules(
                        rules.approvalByDefault(),
                        rules.autoApprovePercent(),
                        rules.vendorsAlwaysAsk(),
                        allowed.getValue(),
                        valid ? min.getValue() : rules.minSeats(),
                        valid ? max.getOptionalValue().map(Integer::longValue) : rules.maxSeats()),
                settings.newProductsVisible(),
                settings.clientsSeePrices(),
                settings.vendorsByHand(),
                settings.writesStopped(),
                settings.changedAt(),
                settings.changedBy());
    }

    @Override
    public boolean valid() {
        return min.getValue() != null
                && min.getValue() >= 1
                && !Pieces.isUnreadable(max) // why: an empty maximum is no limit, what cannot be read must not become one
                && (max.getValue() == null || max.getValue() >= min.getValue());
    }

    private void configure(IntegerField field, String key, Runnable changed) {
        field.setLabel(messages.text(key));
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setManualValidation(true); // why: the two are right or wrong together
        Pieces.onEveryChange(field, () -> {
            check();
            changed.run();
        });
    }

    private void check() {
        boolean least = min.getValue() == null || min.getValue() < 1;
        boolean most = !least && !valid();
        min.setInvalid(least);
        min.setErrorMessage(least ? messages.text("settings.refused.min") : "");
        max.setInvalid(most);
        max.setErrorMessage(
                !most
                        ? ""
                        : Pieces.isUnreadable(max)
                                ? messages.text("settings.refused.number")
                                : messages.text("settings.refused.max", min.getValue(), max.getValue()));
    }
}
