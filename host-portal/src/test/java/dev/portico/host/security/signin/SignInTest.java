package dev.portico.host.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.host.security.Browser;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SignInTest {

    private static final String WRONG = "not the password";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext portal;

    TestPeople people;
    Browser browser;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
        browser = new Browser(port);
    }

    @Test
    void letsInWithTheRightPasswordRegardlessOfTheCaseOfTheAddress() {
        people.admin();

        assertThat(location(browser.signIn("Admin@Test.example", TestPeople.PASSWORD))).endsWith("/");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(recorded()).contains("admin@test.example sign-in.succeeded admin@test.example");
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        people.admin();
        browser.get("/companies");

        assertThat(location(browser.signIn("admin@test.example", TestPeople.PASSWORD))).contains("/companies");
    }

    @Test
    void changesTheSessionSoThatAPlantedOneIsWorthless() {
        people.admin();
        browser.get("/login");
        String before = browser.session();

        browser.signIn("admin@test.example", TestPeople.PASSWORD);

        assertThat(browser.session()).isNotEqualTo(before);
    }

    @Test
    void saysTheSameWhetherAccountOrPasswordIsWrongOrTheUserDisabled() {
        PortalUser admin = people.admin();
        String wrongPassword = location(browser.signIn("admin@test.example", WRONG));
        String noAccount = location(browser.signIn("nobody@test.example", WRONG));
        people.setEnabled(admin, false);
        String disabled = location(browser.signIn("admin@test.example", TestPeople.PASSWORD));

        assertThat(wrongPassword).endsWith("/login?error=wrong");
        assertThat(noAccount).isEqualTo(wrongPassword);
        assertThat(disabled).isEqualTo(wrongPassword);
        assertThat(recorded()).contains("anonymous sign-in.failed nobody@test.example");
    }

    @Test
    void refusesEvenTheRightPasswordAfterTenFailures() {
        people.admin();
        for (int attempt = 0; attempt < SignInAttempts.LIMIT; attempt++) {
            assertThat(location(browser.signIn("admin@test.example", WRONG))).endsWith("error=wrong");
        }

        assertThat(location(browser.signIn("Admin@test.example", TestPeople.PASSWORD))).endsWith("error=throttled");
        assertThat(location(browser.signIn("other@test.example", WRONG))).endsWith("error=wrong");
    }

    @Test
    void forgetsFailuresAfterAQuarterOfAnHourAndAfterASuccess() {
        people.admin();
        for (int attempt = 0; attempt < SignInAttempts.LIMIT; attempt++) {
            browser.signIn("admin@test.example", WRONG);
        }
        jdbc.sql("update portal.sign_in_failure set failed_at = failed_at - interval '15 minutes'").update();

        assertThat(location(browser.signIn("admin@test.example", TestPeople.PASSWORD))).endsWith("/");
        browser.signIn("admin@test.example", WRONG);
        assertThat(jdbc.sql("select count(*) from portal.sign_in_failure").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void recordsEachAttemptOnce() {
        people.admin();

        browser.signIn("admin@test.example", WRONG);

        assertThat(recorded().stream().filter(entry -> entry.contains("sign-in"))).hasSize(1);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private List<String> recorded() {
        return jdbc.sql("select actor || ' ' || action || ' ' || subject from portal.audit_entry order by id")
                .query(String.class)
                .list();
    }
}
