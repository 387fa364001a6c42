package dev.portico.host.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.host.companies.CompanyImport.Report;
import dev.portico.host.companies.CompanyImport.Verdict;
import dev.portico.host.security.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CompanyImportTest extends CompaniesUnderTest {

    @Autowired
    CompanyImport companyImport;

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
