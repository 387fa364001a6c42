package dev.portico.host.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.Companies.NewCompany;
import dev.portico.api.host.Companies.PortalCompany;
import dev.portico.api.host.PermissionDenied;
import dev.portico.host.companies.CompanyFilter.SortColumn;
import dev.portico.host.companies.CompanyFilter.Sorting;
import dev.portico.host.companies.CompanyImport.Report;
import dev.portico.host.companies.CompanyImport.Verdict;
import dev.portico.host.security.Acting;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.TestPeople;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class CompanyServiceTest {

    private static final CompanyFilter ALL = new CompanyFilter("", List.of());

    @Autowired
    CompanyService service;

    @Autowired
    CompanyImport companyImport;

    @Autowired
    HostCompanies companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext portal;

    TestPeople people;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
    }

    @AfterEach
    void signOut() {
        TestPeople.signOut();
    }

    @Nested
    class Lists {

        @Test
        void areSearchedSortedAndPagedByTheDatabase() {
            TestPeople.signIn(people.admin());
            service.create(input("beta", "Tacoma", "US"));
            service.create(input("Alpha", "Seattle", "US"));
            service.create(input("100% Gamma", "Zürich", "CH"));

            assertThat(names(ALL, 0, 10)).containsExactly("100% Gamma", "Alpha", "beta");
            assertThat(names(sorted(SortColumn.CITY, true), 0, 10)).containsExactly("100% Gamma", "beta", "Alpha");
            assertThat(names(sorted(SortColumn.COUNTRY, false), 1, 1)).containsExactly("Alpha");
            assertThat(names(new CompanyFilter("ZÜR", List.of()), 0, 10)).containsExactly("100% Gamma");
            assertThat(names(new CompanyFilter("%", List.of()), 0, 10)).containsExactly("100% Gamma");
            assertThat(service.count("a")).isEqualTo(3);
            assertThat(service.count("_")).isZero();
        }

        @Test
        void holdOnlyWhatTheUserMaySee() {
            var mine = people.company("Mine");
            var other = people.company("Other");
            TestPeople.signIn(people.restricted(Set.of(mine), "write_companies"));

            assertThat(names(ALL, 0, 10)).containsExactly("Mine");
            assertThat(service.count("")).isEqualTo(1);
            assertThat(service.find(other)).isEmpty();
        }

        @Test
        void needThePermission() {
            TestPeople.signIn(people.staff("read_licensing"));

            assertThatThrownBy(() -> service.page(ALL, 0, 1)).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> service.count("")).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> service.find(UUID.randomUUID())).isInstanceOf(PermissionDenied.class);
        }

        private List<String> names(CompanyFilter filter, long offset, int limit) {
            return service.page(filter, offset, limit).stream().map(Company::name).toList();
        }

        private static CompanyFilter sorted(SortColumn column, boolean descending) {
            return new CompanyFilter("", List.of(new Sorting(column, descending)));
        }
    }

    @Nested
    class Writing {

        @Test
        void isTidiedAndRecorded() {
            TestPeople.signIn(people.admin());

            Company saved = done(service.create(input("  Acme   Dental ", " Seattle", "us")));

            assertThat(saved.input()).isEqualTo(new CompanyInput("Acme Dental", "Seattle", "US", ""));
            assertThat(recorded()).contains("admin@test.example company.created Acme Dental");
        }

        @Test
        void refusesANameThatIsTakenRegardlessOfCase() {
            TestPeople.signIn(people.admin());
            Company acme = done(service.create(input("Acme", "", "")));
            Company other = done(service.create(input("Other", "", "")));

            assertThat(service.create(input("ACME", "", ""))).isEqualTo(new Saved.NameTaken());
            assertThat(service.change(other, input("acme", "", ""))).isEqualTo(new Saved.NameTaken());
            assertThat(service.change(acme, input("ACME", "", ""))).isInstanceOf(Saved.Done.class);
        }

        @Test
        void refusesInvalidFields() {
            TestPeople.signIn(people.admin());

            assertThat(service.create(input("", "", "XX")))
                    .isInstanceOfSatisfying(Saved.Invalid.class, invalid -> assertThat(invalid.problems())
                            .containsOnlyKeys(CompanyInput.Field.NAME, CompanyInput.Field.COUNTRY));
        }

        @Test
        void noticesThatSomebodyElseWasFaster() {
            TestPeople.signIn(people.admin());
            Company read = done(service.create(input("Acme", "", "")));
            service.change(read, input("Acme", "Seattle", ""));

            assertThat(service.change(read, input("Acme", "Tacoma", ""))).isEqualTo(new Saved.Outdated());
            assertThat(service.find(read.id()).orElseThrow().city()).isEqualTo("Seattle");
        }

        @Test
        void needsThePermissionAndTheCompanyInReach() {
            var mine = people.company("Mine");
            var other = people.company("Other");
            var restricted = people.restricted(Set.of(mine), "write_companies");
            TestPeople.signIn(people.staff("read_companies"));
            Company seen = service.find(other).orElseThrow();
            assertThatThrownBy(() -> service.change(seen, input("X", "", ""))).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> service.create(input("X", "", ""))).isInstanceOf(PermissionDenied.class);

            TestPeople.signIn(restricted);
            assertThat(service.change(seen, input("X", "", ""))).isEqualTo(new Saved.Outdated());
            assertThat(service.change(service.find(mine).orElseThrow(), input("Ours", "", "")))
                    .isInstanceOf(Saved.Done.class);
            assertThatThrownBy(() -> service.create(input("X", "", ""))).isInstanceOf(PermissionDenied.class);
        }
    }

    @Nested
    class Imports {

        @Test
        void sortTheLinesAndThenAddWhatIsNew() {
            TestPeople.signIn(people.admin());
            service.create(input("Acme", "Seattle", "US"));
            var preview = companyImport.preview(read("name,country\nACME,US\nNew,US\nWrong,USA\nNew,\n"));

            assertThat(preview.rows()).extracting(row -> row.verdict())
                    .containsExactly(Verdict.EXISTS, Verdict.NEW, Verdict.WRONG, Verdict.WRONG);
            assertThat(service.count("")).isEqualTo(1);

            assertThat(companyImport.run("list.csv", preview)).isEqualTo(new Report(1, 1, 2));
            assertThat(service.count("")).isEqualTo(2);
            assertThat(recorded()).contains("admin@test.example companies.imported list.csv");
        }

        @Test
        void leaveAloneWhatCameIntoBeingSinceThePreview() {
            TestPeople.signIn(people.admin());
            var preview = companyImport.preview(read("name,city\nAcme,Tacoma\nNew,Tacoma\n"));
            service.create(input("Acme", "Seattle", "US"));

            assertThat(companyImport.run("list.csv", preview)).isEqualTo(new Report(1, 1, 0));
            assertThat(service.page(ALL, 0, 1).getFirst().city()).isEqualTo("Seattle");
        }

        @Test
        void takeTenThousandLines() {
            TestPeople.signIn(people.admin());
            StringBuilder file = new StringBuilder("name,city\n");
            for (int line = 0; line < 10_000; line++) {
                file.append("Company ").append(line).append(",Seattle\n");
            }

            assertThat(companyImport.run("big.csv", companyImport.preview(read(file.toString()))).added())
                    .isEqualTo(10_000);
        }

        @Test
        void needThePermission() {
            var file = read("name\nAcme\n");
            TestPeople.signIn(people.staff("read_companies"));

            assertThatThrownBy(() -> companyImport.preview(file)).isInstanceOf(PermissionDenied.class);
        }
    }

    @Nested
    class ForPlugins {

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

    private static CompanyInput input(String name, String city, String country) {
        return new CompanyInput(name, city, country, "");
    }

    private static Company done(Saved saved) {
        return ((Saved.Done) saved).company();
    }

    private static CsvReading.Read read(String file) {
        return (CsvReading.Read) CsvReader.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> recorded() {
        return jdbc.sql("select actor || ' ' || action || ' ' || subject from portal.audit_entry")
                .query(String.class)
                .list();
    }
}
