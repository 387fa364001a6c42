package dev.portico.host.security.signin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.texts.Texts;

/** The sign-in page. */
@Route("login")
@AnonymousAllowed
class LoginView extends SignInPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("security");

    private final LoginForm form = new LoginForm();
    private final Paragraph notice = new Paragraph();
    private final transient FirstRun firstRun;
    private final transient HostCurrentUser user;

    LoginView(FirstRun firstRun, HostCurrentUser user) {
        super(TEXTS.text("login.title"), TEXTS.text("login.subtitle"));
        this.firstRun = firstRun;
        this.user = user;
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts("wrong"));
        notice.addClassName("sign-in-notice");
        notice.getElement().setAttribute("role", "status");
        notice.setVisible(false);
        addContent(notice, form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (firstRun.needed()) {
            event.forwardTo(FirstRunView.class);
        } else if (user.signedIn().isPresent()) {
            event.forwardTo("");
        } else {
            explain(event.getLocation().getQueryParameters());
        }
    }

    @Override
    public String getPageTitle() {
        return TEXTS.text("login.page");
    }

    private void explain(QueryParameters parameters) {
        parameters.getSingleParameter("error").ifPresent(reason -> {
            form.setI18n(texts(reason));
            form.setError(true);
        });
        if (parameters.getParameters().containsKey("created")) {
            show("login.created");
        } else if (parameters.getParameters().containsKey("signed-out")) {
            show("login.signed-out");
        }
    }

    private void show(String key) {
        notice.setText(TEXTS.text(key));
        notice.setVisible(true);
    }

    private static LoginI18n texts(String reason) {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle("");
        texts.getForm().setUsername(TEXTS.text("login.email"));
        texts.getForm().setPassword(TEXTS.text("login.password"));
        texts.getForm().setSubmit(TEXTS.text("login.submit"));
        String known = switch (reason) {
            case "throttled", "unavailable" -> reason;
            default -> "wrong";
        };
        texts.getErrorMessage().setTitle(TEXTS.text("login.error." + known));
        texts.getErrorMessage().setMessage(TEXTS.text("login.error." + known + ".advice"));
        texts.getErrorMessage().setUsername(TEXTS.text("login.email.missing"));
        texts.getErrorMessage().setPassword(TEXTS.text("login.password.missing"));
        return texts;
    }
}
