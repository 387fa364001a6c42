package dev.portico.host.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.Companies.NewCompany;
import dev.portico.api.host.Companies.PortalCompany;
import dev.portico.api.host.PermissionDenied;
import dev.portico.host.security.Acting;
import dev.portico.host.security.TestPeople;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Companies as plugins see them. */
class CompaniesForPluginsTest extends CompaniesUnderTest {

    @Autowired
    HostCompanies companies;

    @Test
    void companiesAreFoundBySearchInOrderOfTheirNames() throws Exception {
        people.company("beta");
        people.company("Alpha");

        assertThat(Acting.asSystem(companies::all)).extracting(PortalCompany::name).containsExactly("Alpha", "beta");
        assertThat(Acting.asSystem(() -> companies.search("BET", 0, 5)))
                .extracting(PortalCompany::name)
                .containsExactly("beta");
    }

    @Test
    void companiesAreOnlyThoseTheUserMaySee() throws Exception {
        var mine = people.company("Mine");
        var other = people.company("Other");
        var client = people.client(mine);

        assertThat(TestPeople.as(client, companies::all)).extracting(PortalCompany::id).containsExactly(mine);
        assertThat(TestPeople.as(client, () -> companies.find(other))).isEmpty();
        assertThat(companies.all()).isEmpty();
    }

    @Test
    void companiesAreCreatedInTheGivenOrder() {
        TestPeople.signIn(people.staff("write_companies"));

        assertThat(companies.create(List.of(fresh("Zeta"), fresh("Alpha"))))
                .extracting(PortalCompany::name)
                .containsExactly("Zeta", "Alpha");
        assertThat(recorded()).contains("staff@test.example company.created Zeta");
    }

    @Test
    void companiesAreCreatedTogetherOrNotAtAll() {
        people.company("Taken");
        TestPeople.signIn(people.staff("write_companies"));

        assertThatThrownBy(() -> companies.create(List.of(fresh("New"), fresh("taken"))))
                .isInstanceOf(CompaniesNotCreated.class)
                .hasMessageContaining("taken")
                .hasMessageNotContaining("New");
        assertThat(companies.count()).isEqualTo(1);
    }

    @Test
    void creatingNeedsThePermission() {
        TestPeople.signIn(people.staff("read_companies"));

        assertThatThrownBy(() -> companies.create(List.of(fresh("New")))).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void theDirectoryViewIsThereForJoins() {
        people.company("Acme");

        assertThat(jdbc.sql("select id, name, city, country, website from portal.company_directory")
                        .query()
                        .listOfRows())
                .hasSize(1);
    }

    private static NewCompany fresh(String name) {
        return new NewCompany(name, "", "", "");
    }
}
