package dev.portico.host.security.signin;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.host.security.people.PasswordRule;
import dev.portico.host.texts.Texts;

/** Takes a password that somebody makes up, and says meanwhile what is thought of it. */
class NewPasswordField extends PasswordField {

    private static final Texts TEXTS = Texts.of("security");
    private static final int GOOD = 16;
    private static final int VARIED = 8;

    NewPasswordField() {
        super(TEXTS.text("setup.password"));
        setAutocomplete(Autocomplete.NEW_PASSWORD);
        setValueChangeMode(ValueChangeMode.LAZY);
        setHelperText(strength(""));
        addValueChangeListener(change -> setHelperText(strength(change.getValue())));
    }

    /** What to say of a password that the rule does not allow. */
    static String refusal() {
        return TEXTS.text("setup.password.short", PasswordRule.SHORTEST);
    }

    private static String strength(String password) {
        if (password.length() < PasswordRule.SHORTEST) {
            return TEXTS.text("setup.password.hint", PasswordRule.SHORTEST);
        }
        boolean varied = password.chars().distinct().count() >= VARIED;
        return TEXTS.text(varied && password.length() >= GOOD ? "setup.password.strong" : "setup.password.fair");
    }
}
