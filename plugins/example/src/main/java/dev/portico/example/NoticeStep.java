package dev.portico.example;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.WizardStep;
import dev.portico.example.reminders.ReminderScreen;
import dev.portico.example.reminders.Reminders;
import java.util.Optional;

/** Asks how many days ahead a reminder counts as due soon; Complete stores it. */
public class NoticeStep implements WizardStep {

    private final Reminders reminders;
    private final Messages messages;

    NoticeStep(Reminders reminders, Messages messages) {
        this.reminders = reminders;
        this.messages = messages;
    }

    @Override
    public Page open(WizardContext context) {
        return new NoticePage(context);
    }

    private final class NoticePage implements Page {

        private final IntegerField days = new IntegerField(messages.text("wizard.days"));
        private final Div content = new Div(new Paragraph(messages.text("wizard.text")), days);

        private int stored = reminders.noticeDays();

        NoticePage(WizardContext context) {
            content.addClassName("portico-form");
            days.setStepButtonsVisible(true);
            days.setMin(1);
            days.setMax(365);
            days.setI18n(new IntegerField.IntegerFieldI18n()
                    .setBadInputErrorMessage(messages.text("wizard.days-wrong"))
                    .setMinErrorMessage(messages.text("wizard.days-wrong"))
                    .setMaxErrorMessage(messages.text("wizard.days-wrong")));
            days.setValue(stored);
            days.addValueChangeListener(change -> context.changed());
            context.unsavedWhen(() -> !Optional.of(stored).equals(days.getOptionalValue()));
        }

        @Override
        public Component content() {
            return content;
        }

        @Override
        public Optional<String> obstacle() {
            return days.isInvalid() || days.isEmpty() ? Optional.of(messages.text("wizard.days-wrong")) : Optional.empty();
        }

        @Override
        public String complete() {
            reminders.setNoticeDays(days.getValue());
            stored = days.getValue();
            return ReminderScreen.PATH;
        }
    }
}
