package dev.portico.host.security.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.host.security.people.Invitations;
import dev.portico.host.security.people.Invitations.State;
import dev.portico.host.security.people.PasswordRule;
import dev.portico.host.texts.Texts;

/** Where an invitation leads: its owner sets a password, or reads why that is not possible any more. */
@Route("invite/:token")
@AnonymousAllowed
class InviteView extends SignInPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("security");

    private final transient Invitations invitations;
    private final VerticalLayout content = new VerticalLayout();
    private final NewPasswordField password = new NewPasswordField();
    private String token = "";

    InviteView(Invitations invitations) {
        super(TEXTS.text("invite.title"), TEXTS.text("invite.subtitle"));
        this.invitations = invitations;
        content.setPadding(false);
        content.setAlignItems(VerticalLayout.Alignment.STRETCH);
        addContent(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        show(invitations.look(token));
    }

    @Override
    public String getPageTitle() {
        return TEXTS.text("invite.page");
    }

    private void show(State state) {
        content.removeAll();
        switch (state) {
            case State.Open open -> content.add(form(open));
            case State.Expired expired -> content.add(problem("invite.expired"));
            case State.Used used ->
                content.add(problem("invite.used"), new RouterLink(TEXTS.text("login.title"), LoginView.class));
            case State.Unknown unknown -> content.add(problem("invite.unknown"));
        }
    }

    private Component[] form(State.Open open) {
        Paragraph welcome = new Paragraph(TEXTS.text("invite.welcome", open.name()));
        EmailField email = new EmailField(TEXTS.text("setup.email"));
        email.setValue(open.email());
        email.setReadOnly(true);
        // why there at all: so that the browser remembers for whom the password is
        email.setAutocomplete(Autocomplete.USERNAME);
        password.setAutofocus(true);
        Button submit = new Button(TEXTS.text("invite.submit"), click -> accept());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        return new Component[] {welcome, email, password, submit};
    }

    private void accept() {
        if (!PasswordRule.allows(password.getValue())) {
            password.setErrorMessage(NewPasswordField.refusal());
            password.setInvalid(true);
            password.focus();
            return;
        }
        switch (invitations.accept(token, password.getValue())) {
            case State.Open done -> getUI().ifPresent(ui -> ui.getPage().setLocation("login?created"));
            case State refused -> show(refused);
        }
    }

    private static Paragraph problem(String key) {
        Paragraph problem = new Paragraph(TEXTS.text(key));
        problem.addClassName("warning");
        problem.getElement().setAttribute("role", "alert");
        return problem;
    }
}
