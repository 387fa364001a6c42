package dev.portico.host.security.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.host.companies.HostCompanies;
import dev.portico.host.security.Acting;
import dev.portico.host.security.Browser;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.ActiveProfiles;

@PortalTest
@ActiveProfiles("demo")
class DemoTest {

    @LocalServerPort
    int port;

    @Autowired
    HostCurrentUser user;

    @Autowired
    HostCompanies companies;

    @Autowired
    UserDetailsService people;

    @Autowired
    DemoUsers demoUsers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everybodyOfTheDemoSignsInWithTheDemoPassword() {
        for (String email : new String[] {"admin@example.com", "staff@example.com", "client@example.com"}) {
            Browser browser = new Browser(port);
            browser.signIn(email, "portico-demo");
            assertThat(browser.get("/").statusCode()).as(email).isEqualTo(200);
        }
    }

    @Test
    void staffMayNotManageLicensing() throws Exception {
        PortalUser staff = (PortalUser) people.loadUserByUsername("staff@example.com");

        assertThat(TestPeople.as(staff, () -> user.may("write_licensing"))).isTrue();
        assertThat(TestPeople.as(staff, () -> user.may("read_companies"))).isTrue();
        assertThat(TestPeople.as(staff, () -> user.may("manage_licensing"))).isFalse();
    }

    @Test
    void theClientSeesOneCompany() throws Exception {
        PortalUser client = (PortalUser) people.loadUserByUsername("client@example.com");

        assertThat(TestPeople.as(client, user::companies))
                .isInstanceOfSatisfying(CompanyScope.Only.class, only -> assertThat(only.ids()).hasSize(1));
        assertThat(TestPeople.as(client, companies::all)).hasSize(1);
    }

    @Test
    void theCompaniesOfTheFileAreThere() throws Exception {
        assertThat(Acting.asSystem(companies::count)).isPositive();
    }

    @Test
    void aSecondStartChangesNothing() {
        int before = jdbc.sql("select count(*) from portal.app_user").query(Integer.class).single();

        demoUsers.run(new DefaultApplicationArguments());

        assertThat(jdbc.sql("select count(*) from portal.app_user").query(Integer.class).single())
                .isEqualTo(before);
    }
}
