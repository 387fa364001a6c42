package dev.portico.host.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class HostCurrentUserTest {

    @Autowired
    HostCurrentUser user;

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
    class Nobody {

        @Test
        void mayDoNothingAndSeesNoCompany() {
            people.company("Acme");

            assertThat(user.name()).isEqualTo("anonymous");
            assertThat(user.may("read_companies")).isFalse();
            assertThat(user.companies()).isEqualTo(new CompanyScope.Only(Set.of()));
            assertThatThrownBy(() -> user.require("read_companies"))
                    .isInstanceOf(PermissionDenied.class)
                    .hasMessageContaining("read_companies");
        }
    }

    @Nested
    class ThePortalItself {

        @Test
        void mayDoEverything() throws Exception {
            boolean may = Acting.asSystem(() -> user.may("manage_anything"));

            assertThat(may).isTrue();
            assertThat(Acting.asSystem(user::name)).isEqualTo("system");
            assertThat(Acting.asSystem(user::companies)).isEqualTo(new CompanyScope.All());
        }

        @Test
        void stopsActingWhenTheWorkFails() {
            assertThatThrownBy(() -> Acting.asSystem(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");

            assertThat(user.may("manage_users")).isFalse();
        }

        @Test
        void isNotPassedOnToOtherThreads() throws Exception {
            var seen = new CompletableFuture<Boolean>();
            Acting.asSystem(() -> {
                Thread.ofVirtual().start(() -> seen.complete(user.may("manage_users")));
            });

            assertThat(seen.get()).isFalse();
        }
    }

    @Nested
    class Staff {

        @Test
        void mayWhatARoleSaysAndWhatThatImplies() {
            TestPeople.signIn(people.staff("write_licensing"));

            assertThat(user.may("write_licensing")).isTrue();
            assertThat(user.may("read_licensing")).isTrue();
            assertThat(user.may("manage_licensing")).isFalse();
            assertThat(user.may("read_companies")).isFalse();
            assertThat(user.companies()).isEqualTo(new CompanyScope.All());
        }

        @Test
        void losesAPermissionWithoutANewSignIn() {
            TestPeople.signIn(people.staff("read_companies"));
            assertThat(user.may("read_companies")).isTrue();

            jdbc.sql("delete from portal.role_permission").update();

            assertThat(user.may("read_companies")).isFalse();
        }

        @Test
        void mayNothingOnceDisabled() {
            PortalUser staff = people.staff("read_companies");
            TestPeople.signIn(staff);

            people.setEnabled(staff, false);

            assertThat(user.may("read_companies")).isFalse();
            assertThat(user.companies()).isEqualTo(new CompanyScope.Only(Set.of()));
        }
    }

    @Nested
    class PrimaryAdmin {

        @Test
        void mayEverythingAlsoWhatNobodyHasDeclaredYet() {
            TestPeople.signIn(people.admin());

            assertThat(user.may("manage_something_new")).isTrue();
        }

        @Test
        void isARoleThatCanBeNeitherChangedNorDeleted() {
            assertThatThrownBy(() -> jdbc.sql("update portal.role set name = 'x' where builtin").update())
                    .hasMessageContaining("built in");
            assertThatThrownBy(() -> jdbc.sql("delete from portal.role where builtin").update())
                    .hasMessageContaining("built in");
        }
    }

    @Nested
    class Scopes {

        @Test
        void restrictedStaffSeesOnlyAssignedCompanies() {
            var mine = people.company("Mine");
            people.company("Other");

            TestPeople.signIn(people.restricted(Set.of(mine), "read_companies"));

            assertThat(user.companies()).isEqualTo(new CompanyScope.Only(Set.of(mine)));
        }

        @Test
        void restrictedStaffWithoutAssignmentSeesNone() {
            TestPeople.signIn(people.restricted(Set.of(), "read_companies"));

            assertThat(user.companies()).isEqualTo(new CompanyScope.Only(Set.of()));
        }

        @Test
        void aClientSeesExactlyItsCompany() {
            var mine = people.company("Mine");
            people.company("Other");

            TestPeople.signIn(people.client(mine));

            assertThat(user.companies()).isEqualTo(new CompanyScope.Only(Set.of(mine)));
        }
    }
}
