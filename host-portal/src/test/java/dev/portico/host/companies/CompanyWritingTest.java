package dev.portico.host.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.host.security.TestPeople;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompanyWritingTest extends CompaniesUnderTest {

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

    private static Company done(Saved saved) {
        return ((Saved.Done) saved).company();
    }
}
