package dev.portico.host.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.host.companies.CompanyFilter.SortColumn;
import dev.portico.host.companies.CompanyFilter.Sorting;
import dev.portico.host.security.TestPeople;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompanyListsTest extends CompaniesUnderTest {

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
