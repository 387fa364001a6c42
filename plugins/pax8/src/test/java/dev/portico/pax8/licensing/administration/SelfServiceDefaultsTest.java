package dev.portico.pax8.licensing.administration;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import dev.portico.pax8.fixtures.Typing;
import org.junit.jupiter.api.Test;

/** The defaults for what clients may do themselves. */
class SelfServiceDefaultsTest extends SettingsUnderTest {

    @Test
    void refusesDefaultsThatContradictEachOther() {
        plugin.connect();
        visit.parameters.put("tab", "self-service");
        open();
        IntegerField min = _get(IntegerField.class, spec -> spec.withLabel("Minimum seats"));
        IntegerField max = _get(IntegerField.class, spec -> spec.withLabel("Maximum seats"));
        _setValue(max, 4);
        _setValue(min, 5);
        assertThat(max.isInvalid()).isTrue();
        assertThat(max.getErrorMessage()).contains("The minimum, 5, is above the maximum, 4.");
        assertThat(save().isEnabled()).isFalse();
        _setValue(max, null);
        assertThat(max.isInvalid()).isFalse();
        assertThat(save().isEnabled()).isTrue();
        _setValue(min, 0);
        assertThat(min.isInvalid()).isTrue();
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void takesNoMaximumThatCannotBeReadForNone() {
        plugin.connect();
        visit.parameters.put("tab", "self-service");
        open();
        IntegerField max = _get(IntegerField.class, spec -> spec.withLabel("Maximum seats"));
        Typing.into(max, "99999999999");
        assertThat(max.isInvalid()).isTrue();
        assertThat(max.getErrorMessage()).contains("Enter a whole number of seats, or leave it empty.");
        assertThat(save().isEnabled()).isFalse();
        Typing.into(max, "");
        assertThat(max.isInvalid()).isFalse();
    }
}
