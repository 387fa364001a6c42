package dev.portico.host.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.host.security.Browser;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class PortalSecurityTest {

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

    @Nested
    class WithoutSigningIn {

        @Test
        void everyPageLeadsToTheSignIn() {
            for (String path : new String[] {"/", "/companies", "/nowhere", "/jobs", "/oauth2/authorization/x"}) {
                assertLeadsTo(browser.get(path), "/login");
            }
        }

        @Test
        void healthAndLooksArePublic() {
            assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(browser.get("/portico.css").statusCode()).isEqualTo(200);
            assertThat(browser.get("/aura/aura.css").statusCode()).isEqualTo(200);
            assertThat(browser.get("/icons/portico.svg").statusCode()).isEqualTo(200);
        }

        @Test
        void nothingElseOfTheActuatorIs() {
            assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(401);
            assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(401);
            assertThat(browser.get("/actuator/metrics/jvm.memory.used").statusCode()).isEqualTo(401);
        }

        @Test
        void callsOfTheDashboardAreRefusedInsteadOfRedirected() {
            assertThat(browser.get("/jobs/api/jobs").statusCode()).isEqualTo(401);
            assertThat(browser.post("/jobs/api/jobs/1/requeue", "").statusCode()).isEqualTo(401);
        }
    }

    @Nested
    class SignedIn {

        @Test
        void seesPagesByPermission() {
            signIn(people.staff("read_companies"));

            assertThat(browser.get("/").statusCode()).isEqualTo(200);
            assertThat(browser.get("/companies").statusCode()).isEqualTo(200);
        }

        @Test
        void isRefusedAPageWithoutThePermission() {
            signIn(people.staff("read_licensing"));

            assertThat(browser.get("/companies").statusCode()).isEqualTo(403);
        }

        @Test
        void readsMetricsOnlyWithThePermissionForPlugins() {
            signIn(people.staff("manage_jobs"));
            assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(403);
            assertThat(browser.get("/actuator/metrics/jvm.memory.used").statusCode()).isEqualTo(403);

            browser = new Browser(port);
            signIn(people.admin());
            assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(200);
            assertThat(browser.get("/actuator/metrics/jvm.memory.used").body()).contains("measurements");
            assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(404);
        }

        @Test
        void isToldThatAPageDoesNotExist() {
            signIn(people.admin());

            assertThat(browser.get("/nowhere").statusCode()).isEqualTo(404);
        }

        @Test
        void losesTheSessionAtTheNextRequestWhenDisabled() {
            PortalUser staff = people.staff("read_companies");
            signIn(staff);

            people.setEnabled(staff, false);

            assertLeadsTo(browser.get("/companies"), "/login");
            people.setEnabled(staff, true);
            assertLeadsTo(browser.get("/companies"), "/login");
        }

        @Test
        void cannotBeMadeToWriteByAnotherSite() {
            signIn(people.admin());

            assertThat(browser.post("/logout", "").statusCode()).isEqualTo(403);
            assertThat(browser.post("/oauth2/connected/x", "").statusCode()).isEqualTo(403);
        }

        @Test
        void getsTheDarkPageFromTheStart() {
            PortalUser admin = people.admin();
            jdbc.sql("update portal.app_user set color_scheme = 'DARK'").update();
            signIn(admin);

            assertThat(browser.get("/").body()).containsPattern("<html[^>]*color-scheme: dark;");
        }
    }

    @Test
    void pagesForbidForeignFramesAndSources() {
        people.admin();
        HttpResponse<String> page = browser.get("/login");

        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void theDashboardMayBeFramedByThePortalOnly() {
        people.admin();
        HttpResponse<String> answer = browser.get("/jobs/api/jobs");

        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
    }

    private void signIn(PortalUser user) {
        assertLeadsTo(browser.signIn(user.email(), TestPeople.PASSWORD), "/");
    }

    private static void assertLeadsTo(HttpResponse<String> response, String path) {
        assertThat(response.statusCode()).as(response.uri() + " " + response.body()).isEqualTo(302);
        assertThat(URI.create(response.headers().firstValue("Location").orElseThrow())
                        .getPath())
                .isEqualTo(path);
    }
}
