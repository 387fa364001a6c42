package dev.portico.host.security.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.validator.EmailValidator;
import com.vaadin.flow.data.validator.StringLengthValidator;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.host.security.people.PasswordRule;
import dev.portico.host.texts.Texts;

/** Creates the Primary Admin of a fresh portal; gone as soon as there is a user. */
@Route("setup")
@AnonymousAllowed
class FirstRunView extends SignInPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("security");

    private final transient FirstRun firstRun;
    private final TextField token = new TextField(TEXTS.text("setup.token"));
    private final TextField name = new TextField(TEXTS.text("setup.name"));
    private final EmailField email = new EmailField(TEXTS.text("setup.email"));
    private final NewPasswordField password = new NewPasswordField();
    private final Paragraph problem = new Paragraph();
    private final Binder<Form> binder = new Binder<>();

    FirstRunView(FirstRun firstRun) {
        super(TEXTS.text("setup.title"), TEXTS.text("setup.subtitle"));
        this.firstRun = firstRun;
        configureFields();
        bindFields();
        Button submit = new Button(TEXTS.text("setup.submit"), click -> create());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        VerticalLayout fields = new VerticalLayout(problem, token, name, email, password, submit);
        fields.setPadding(false);
        fields.setAlignItems(VerticalLayout.Alignment.STRETCH);
        addContent(fields);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstRun.needed()) {
            event.forwardTo(LoginView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return TEXTS.text("setup.page");
    }

    private void configureFields() {
        token.setHelperText(TEXTS.text("setup.token.help"));
        token.setAutocomplete(Autocomplete.OFF);
        token.setAutofocus(true);
        name.setAutocomplete(Autocomplete.NAME);
        email.setAutocomplete(Autocomplete.USERNAME);
    }

    private void bindFields() {
        binder.forField(token)
                .asRequired(TEXTS.text("setup.token.missing"))
                .bind(form -> form.token, (form, value) -> form.token = value);
        binder.forField(name)
                .asRequired(TEXTS.text("setup.name.missing"))
                .withValidator(new StringLengthValidator(TEXTS.text("setup.name.long"), 1, 100))
                .bind(form -> form.name, (form, value) -> form.name = value);
        binder.forField(email)
                .asRequired(TEXTS.text("setup.email.missing"))
                .withValidator(new EmailValidator(TEXTS.text("setup.email.wrong")))
                .bind(form -> form.email, (form, value) -> form.email = value);
        binder.forField(password)
                .asRequired(NewPasswordField.refusal())
                .withValidator(PasswordRule::allows, NewPasswordField.refusal())
                .bind(form -> form.password, (form, value) -> form.password = value);
    }

    private void create() {
        Form form = new Form();
        if (!binder.writeBeanIfValid(form)) {
            return;
        }
        switch (firstRun.create(form.token, form.name, form.email, form.password)) {
            case CREATED -> getUI().ifPresent(ui -> ui.getPage().setLocation("login?created"));
            case ALREADY_DONE -> getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
            case WRONG_TOKEN -> {
                problem.setText(TEXTS.text("setup.token.wrong"));
                problem.setVisible(true);
                token.focus();
            }
        }
    }

    /** What was typed; mutable because that is how a binder writes. */
    private static final class Form {
        private String token = "";
        private String name = "";
        private String email = "";
        private String password = "";
    }
}
