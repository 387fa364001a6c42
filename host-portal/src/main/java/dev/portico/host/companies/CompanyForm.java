package dev.portico.host.companies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.host.companies.CompanyInput.Field;
import dev.portico.host.texts.Texts;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Creates or changes one company; whoever may only read sees the fields and no buttons. */
class CompanyForm extends Composite<Div> {

    private static final Texts TEXTS = Texts.of("companies");

    private final transient CompanyService service;
    private final transient Mode mode;
    private final transient Consumer<Company> onSaved;
    private final TextField name = new TextField(TEXTS.text("name"));
    private final TextField city = new TextField(TEXTS.text("city"));
    private final ComboBox<String> country = new ComboBox<>(TEXTS.text("country"));
    private final TextField website = new TextField(TEXTS.text("website"));
    private final Paragraph problem = new Paragraph();

    CompanyForm(CompanyService service, Mode mode, Consumer<Company> onSaved, Runnable onClose) {
        this.service = service;
        this.mode = mode;
        this.onSaved = onSaved;
        configureFields();
        fill(mode.start());
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        getContent().addClassName("detail");
        getContent().add(head(onClose), problem, fields());
        mode.read().filter(company -> service.mayManageUsers()).ifPresent(company -> getContent().add(users(company)));
        if (service.mayWrite()) {
            getContent().add(buttons(onClose));
        } else {
            Stream.of(name, city, website).forEach(field -> field.setReadOnly(true));
            country.setReadOnly(true);
        }
    }

    void focus() {
        name.focus();
    }

    boolean isChanged() {
        return !input().equals(mode.start());
    }

    private void configureFields() {
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(CompanyInput.LONGEST);
        city.setMaxLength(CompanyInput.LONGEST);
        website.setMaxLength(CompanyInput.LONGEST);
        country.setItems(Stream.of(Locale.getISOCountries())
                .sorted(Comparator.comparing(CompanyGrid::countryName))
                .toList());
        country.setItemLabelGenerator(CompanyGrid::countryName);
        country.setClearButtonVisible(true);
    }

    private Div head(Runnable onClose) {
        Button close = new Button(new Icon(VaadinIcon.CLOSE_SMALL), click -> onClose.run());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(TEXTS.text("close"));
        Div head = new Div(
                new H2(mode.read().map(Company::name).orElseGet(() -> TEXTS.text("create.title"))), close);
        head.addClassName("detail-head");
        return head;
    }

    private Div fields() {
        Div fields = new Div(name, city, country, website);
        fields.addClassName("detail-fields");
        return fields;
    }

    /** Leads to the company's users, which another part of the portal keeps. */
    private static Anchor users(Company company) {
        return new Anchor("companies/" + company.id() + "/users", TEXTS.text("users"));
    }

    private Div buttons(Runnable onClose) {
        Button save = new Button(TEXTS.text(mode.read().isPresent() ? "save" : "create.verb"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(this);
        Div buttons = new Div(new Button(TEXTS.text("cancel"), click -> onClose.run()), save);
        buttons.addClassName("detail-buttons");
        return buttons;
    }

    private void save() {
        problem.setVisible(false);
        fieldsByName().values().forEach(field -> field.setInvalid(false));
        Saved saved = mode.read()
                .map(read -> service.change(read, input()))
                .orElseGet(() -> service.create(input()));
        switch (saved) {
            case Saved.Done done -> onSaved.accept(done.company());
            case Saved.Invalid invalid -> invalid.problems().forEach(this::mark);
            case Saved.NameTaken taken -> mark(Field.NAME, "name.taken");
            case Saved.Outdated outdated -> {
                problem.setText(TEXTS.text("outdated"));
                problem.setVisible(true);
            }
        }
    }

    private void mark(Field field, String key) {
        HasValidationProperties marked = fieldsByName().get(field);
        marked.setErrorMessage(TEXTS.text(key, CompanyInput.LONGEST));
        marked.setInvalid(true);
    }

    private Map<Field, HasValidationProperties> fieldsByName() {
        Map<Field, HasValidationProperties> fields = new EnumMap<>(Field.class);
        fields.put(Field.NAME, name);
        fields.put(Field.CITY, city);
        fields.put(Field.COUNTRY, country);
        fields.put(Field.WEBSITE, website);
        return fields;
    }

    private void fill(CompanyInput start) {
        name.setValue(start.name());
        city.setValue(start.city());
        website.setValue(start.website());
        if (List.of(Locale.getISOCountries()).contains(start.country())) {
            country.setValue(start.country());
        }
    }

    private CompanyInput input() {
        return new CompanyInput(
                name.getValue(),
                city.getValue(),
                Optional.ofNullable(country.getValue()).orElse(""),
                website.getValue());
    }

    /**
     * What the form is for.
     *
     * @param read the company to change; empty to create one
     */
    record Mode(Optional<Company> read) {

        static Mode creating() {
            return new Mode(Optional.empty());
        }

        static Mode of(Company company) {
            return new Mode(Optional.of(company));
        }

        private CompanyInput start() {
            return read.map(Company::input).orElseGet(() -> new CompanyInput("", "", "", ""));
        }
    }
}
