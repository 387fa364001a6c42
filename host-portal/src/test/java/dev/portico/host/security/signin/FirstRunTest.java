package dev.portico.host.security.signin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.host.security.Browser;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.TestPeople;
import dev.portico.host.security.signin.FirstRun.Outcome;
import dev.portico.host.shell.Screens;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class FirstRunTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    FirstRun firstRun;

    @Autowired
    HostCurrentUser user;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext portal;

    @LocalServerPort
    int port;

    TestPeople people;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
    }

    @AfterEach
    void closeWindow() {
        Screens.close();
    }

    @Test
    void aPortalWithoutUsersLetsNobodyInWithAnyKnownPassword() {
        Browser browser = new Browser(port);
        for (String email : List.of("admin@example.com", "staff@example.com", "client@example.com", "admin")) {
            assertThat(browser.signIn(email, "portico-demo").headers().firstValue("Location").orElseThrow())
                    .endsWith("/login?error=wrong");
        }
    }

    @Nested
    class Token {

        @Test
        void createsThePrimaryAdminOnce() {
            String token = firstRun.issueToken();

            assertThat(firstRun.create(token, "Dana", "dana@test.example", PASSWORD)).isEqualTo(Outcome.CREATED);
            assertThat(firstRun.create(token, "Eve", "eve@test.example", PASSWORD)).isEqualTo(Outcome.WRONG_TOKEN);

            assertThat(new Browser(port).signIn("dana@test.example", PASSWORD).headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith("/"));
            assertThat(jdbc.sql("select role.name from portal.user_role join portal.role on role.id = role_id")
                            .query(String.class)
                            .list())
                    .containsExactly("Primary Admin");
        }

        @Test
        void isWorthlessWhenThereIsAUser() {
            String token = firstRun.issueToken();
            people.admin();

            assertThat(firstRun.create(token, "Eve", "eve@test.example", PASSWORD)).isEqualTo(Outcome.ALREADY_DONE);
        }

        @Test
        void mustBeTheNewestOne() {
            String old = firstRun.issueToken();
            firstRun.issueToken();

            assertThat(firstRun.create(old, "Eve", "eve@test.example", PASSWORD)).isEqualTo(Outcome.WRONG_TOKEN);
        }

        @Test
        void createsOneUserEvenIfUsedTwiceAtTheSameMoment() throws Exception {
            String token = firstRun.issueToken();
            Callable<Outcome> dana = () -> firstRun.create(token, "Dana", "dana@test.example", PASSWORD);
            Callable<Outcome> eve = () -> firstRun.create(token, "Eve", "eve@test.example", PASSWORD);

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var done : threads.invokeAll(List.of(dana, eve))) {
                    done.get();
                }
            }

            assertThat(jdbc.sql("select count(*) from portal.app_user").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Form {

        @Test
        void isShownInsteadOfTheSignInWhileThereIsNoUser() {
            Screens.open(portal);
            Screens.go("login");

            assertThat(Screens.title()).isEqualTo("Welcome to Portico");
        }

        @Test
        void isGoneOnceThereIsAUser() {
            people.admin();
            Screens.open(portal);
            Screens.go("setup");

            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo("login");
        }

        @Test
        void asksForALongPasswordAndAnAddress() {
            Screens.open(portal);
            Screens.go("setup");

            fill(firstRun.issueToken(), "not an address", "short");

            assertThat(_get(EmailField.class).isInvalid()).isTrue();
            assertThat(_get(PasswordField.class).getErrorMessage()).isEqualTo("At least 12 characters");
            assertThat(firstRun.needed()).isTrue();
        }

        @Test
        void saysThatTheTokenIsWrong() {
            Screens.open(portal);
            Screens.go("setup");

            fill("guessed", "dana@test.example", PASSWORD);

            assertThat(_get(Paragraph.class, spec -> spec.withClasses("problem")).getText())
                    .contains("not the token of the current start");
            assertThat(firstRun.needed()).isTrue();
        }

        @Test
        void createsTheAdministrator() {
            Screens.open(portal);
            Screens.go("setup");

            fill(firstRun.issueToken(), "dana@test.example", PASSWORD);

            assertThat(firstRun.needed()).isFalse();
        }

        private void fill(String token, String email, String password) {
            _setValue(_get(TextField.class, spec -> spec.withLabel("One-time token")), token);
            _setValue(_get(TextField.class, spec -> spec.withLabel("Your name")), "Dana");
            _setValue(_get(EmailField.class), email);
            _setValue(_get(PasswordField.class), password);
            _click(Screens.button("Create administrator"));
        }
    }
}
