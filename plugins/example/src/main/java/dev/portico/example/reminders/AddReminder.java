package dev.portico.example.reminders;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import dev.portico.api.host.Companies;
import dev.portico.api.host.Companies.PortalCompany;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dialog that adds a reminder. It hangs in the page, so that it goes when the page goes. */
final class AddReminder {

    private static final int LONGEST = 200;

    private final Reminders reminders;
    private final Messages messages;
    private final ScreenContext context;
    private final Runnable added;
    private final ComboBox<PortalCompany> company = new ComboBox<>();
    private final TextField subject = new TextField();
    private final DatePicker dueOn = new DatePicker();
    // why: new Binder<>(Draft.class) would keep the plugin in memory as new Grid<>(Type.class) does
    private final Binder<Draft> binder = new Binder<>();
    private final Dialog dialog = new Dialog();

    /** What is being typed. */
    private static final class Draft {
        private @Nullable PortalCompany company;
        private String subject = "";
        private @Nullable LocalDate dueOn;
    }

    AddReminder(Reminders reminders, Companies companies, Messages messages, ScreenContext context, Runnable added) {
        this.reminders = reminders;
        this.messages = messages;
        this.context = context;
        this.added = added;
        company.setLabel(messages.text("add.company"));
        company.setItemLabelGenerator(PortalCompany::name);
        company.setItems(query -> companies
                .search(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                .stream());
        subject.setLabel(messages.text("add.subject"));
        dueOn.setLabel(messages.text("add.due-on"));
        bind();
        Div form = new Div(company, subject, dueOn);
        form.addClassName("portico-form");
        dialog.setHeaderTitle(messages.text("add.title"));
        dialog.add(form);
        Button save = new Button(messages.text("add.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(messages.text("add.cancel"), click -> dialog.close()), save);
        context.unsavedWhen(() -> dialog.isOpened() && binder.hasChanges());
    }

    Dialog dialog() {
        return dialog;
    }

    Button opener() {
        Button open = new Button(messages.text("add.open"), VaadinIcon.PLUS.create(), click -> open());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        return open;
    }

    private void bind() {
        binder.forField(company)
                .asRequired(messages.text("add.company-missing"))
                .bind(draft -> draft.company, (draft, value) -> draft.company = value);
        binder.forField(subject)
                .withValidator(text -> !text.isBlank(), messages.text("add.subject-missing"))
                .withValidator(text -> text.strip().length() <= LONGEST, messages.text("add.subject-long", LONGEST))
                .bind(draft -> draft.subject, (draft, value) -> draft.subject = value);
        binder.forField(dueOn)
                .asRequired(messages.text("add.due-on-missing"))
                .bind(draft -> draft.dueOn, (draft, value) -> draft.dueOn = value);
        subject.setRequiredIndicatorVisible(true);
    }

    private void open() {
        binder.readBean(new Draft());
        dialog.open();
        company.focus();
    }

    private void save() {
        Draft draft = new Draft();
        if (!binder.writeBeanIfValid(draft)) {
            return;
        }
        if (!reminders.add(company.getValue().id(), draft.subject, dueOn.getValue())) {
            company.setErrorMessage(messages.text("add.refused-company"));
            company.setInvalid(true);
            return;
        }
        dialog.close();
        context.notify(messages.text("add.done", draft.subject.strip()));
        added.run();
    }
}
