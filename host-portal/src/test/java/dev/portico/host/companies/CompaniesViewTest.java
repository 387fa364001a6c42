package dev.portico.host.companies;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import dev.portico.host.shell.Screens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class CompaniesViewTest {

    @Autowired
    ApplicationContext portal;

    @Autowired
    CompanyService service;

    @Autowired
    JdbcClient jdbc;

    TestPeople people;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
    }

    @AfterEach
    void closeWindow() {
        Screens.close();
    }

    @Nested
    class Overview {

        @Test
        void offersTheFirstStepWhereThereIsNoCompany() {
            open(people.admin());

            assertThat(Screens.heading()).isEqualTo("No companies yet");
            assertThat(Screens.hasButton("Import")).isTrue();
            assertThat(_find(CompanyGrid.class)).isEmpty();
        }

        @Test
        void offersNoStepToWhoMayNotTakeIt() {
            open(people.staff("read_companies"));

            assertThat(Screens.heading()).isEqualTo("No companies yet");
            assertThat(Screens.hasButton("Import")).isFalse();
            assertThat(Screens.hasButton("Create company")).isFalse();
        }

        @Test
        void showsCompaniesAndTheirNumber() {
            people.company("Beta");
            people.company("Alpha");
            open(people.staff("read_companies"));

            assertThat(names()).containsExactly("Alpha", "Beta");
            assertThat(matches()).isEqualTo("2 companies");
        }

        @Test
        void findsByPartOfTheName() {
            people.company("Beta");
            people.company("Alpha");
            open(people.admin());

            _setValue(search(), "ALPH");

            assertThat(names()).containsExactly("Alpha");
            assertThat(matches()).isEqualTo("One match");
        }

        @Test
        void saysWhenNothingMatches() {
            people.company("Beta");
            open(people.admin());

            _setValue(search(), "zzz");

            assertThat(names()).isEmpty();
            assertThat(matches()).isEqualTo("No matches");
        }

        @Test
        void showsAClientOnlyItsCompany() {
            var mine = people.company("Mine");
            people.company("Other");
            open(people.client(mine, "read_companies"));

            assertThat(names()).containsExactly("Mine");
        }

        @Test
        void becomesTwoLineItemsOnAPhone() {
            people.company("Acme");
            open(people.admin());
            CompanyGrid grid = _get(CompanyGrid.class);

            grid.setNarrow(true);

            assertThat(grid.getColumns()).filteredOn(Grid.Column::isVisible).hasSize(1);
            assertThat(Screens.textOf(GridKt._getCellComponent(grid, 0, "NAME"))).contains("Seattle · United States");
        }
    }

    @Nested
    class Form {

        @Test
        void createsACompany() {
            people.company("Existing");
            open(people.admin());
            _click(Screens.button("Create company"));

            _setValue(field("Company"), "Acme");
            _click(Screens.button("Create"));

            assertThat(names()).containsExactly("Acme", "Existing");
            assertThat(Screens.notices()).containsExactly("Acme is saved");
            assertThat(_find(CompanyForm.class)).isEmpty();
        }

        @Test
        void marksTheFieldThatIsWrong() {
            people.company("Existing");
            open(people.admin());
            _click(Screens.button("Create company"));

            _setValue(field("Company"), "EXISTING");
            _setValue(field("Website"), "no website");
            _click(Screens.button("Create"));
            assertThat(field("Website").getErrorMessage()).contains("not the address of a website");

            _setValue(field("Website"), "");
            _click(Screens.button("Create"));
            assertThat(field("Website").isInvalid()).isFalse();
            assertThat(field("Company").getErrorMessage()).isEqualTo("There is already a company of this name");
        }

        @Test
        void saysThatSomebodyElseWasFaster() {
            var acme = people.company("Acme");
            open(people.admin());
            openRow("Acme");
            service.change(service.find(acme).orElseThrow(), new CompanyInput("Acme", "Tacoma", "", ""));

            _setValue(field("City"), "Spokane");
            _click(Screens.button("Save"));

            assertThat(_get(Paragraph.class, spec -> spec.withClasses("problem")).getText())
                    .contains("Somebody else changed this company");
            assertThat(service.find(acme).orElseThrow().city()).isEqualTo("Tacoma");
        }

        @Test
        void isReadOnlyWithoutThePermission() {
            people.company("Acme");
            open(people.staff("read_companies"));
            openRow("Acme");

            assertThat(field("Company").isReadOnly()).isTrue();
            assertThat(Screens.hasButton("Save")).isFalse();
        }

        @Test
        void asksBeforeChangesAreLost() {
            people.company("Acme");
            open(people.admin());
            openRow("Acme");
            _setValue(field("City"), "Spokane");

            Screens.go("");
            assertThat(_find(ConfirmDialog.class)).hasSize(1);
            assertThat(_find(CompanyForm.class)).hasSize(1);
        }

        @Test
        void closesAtOnceWithoutChanges() {
            people.company("Acme");
            open(people.admin());
            openRow("Acme");

            _click(Screens.button("Cancel"));

            _assertNoDialogs();
            assertThat(_find(CompanyForm.class)).isEmpty();
        }
    }

    @Test
    void saysWhenACompanyIsGone() {
        people.company("Acme");
        open(people.admin());
        CompanyGrid grid = _get(CompanyGrid.class);
        Company acme = GridKt._get(grid, 0);
        jdbc.sql("delete from portal.company").update();

        GridKt._select(grid, acme);

        assertThat(Screens.notices()).containsExactly("This company is no longer there");
        assertThat(Screens.heading()).isEqualTo("No companies yet");
    }

    @Nested
    class Import {

        @Test
        void showsAPreviewThenImportsThenReports() {
            people.company("Acme");
            open(people.admin());
            upload("name,country\nACME,US\nNew,US\nWrong,USA\n");

            assertThat(Screens.hasButton("Import one company")).isTrue();
            assertThat(service.count("")).isEqualTo(1);

            _click(Screens.button("Import one company"));

            assertThat(service.count("")).isEqualTo(2);
            assertThat(Screens.notices()).containsExactly("One company was imported");
            assertThat(_find(Paragraph.class)).extracting(Paragraph::getText)
                    .anySatisfy(text -> assertThat(text).startsWith("1 imported, 1 were already there, 1 left out"));
            assertThat(names()).containsExactly("Acme", "New");
        }

        @Test
        void saysWhyAFileCannotBeRead() {
            people.company("Acme");
            open(people.admin());
            upload("company\nNew\n");

            assertThat(_get(Paragraph.class, spec -> spec.withClasses("problem")).getText())
                    .isEqualTo("list.csv cannot be imported. Its first line has no column \"name\".");
        }

        @Test
        void hasNothingToDoWhenAllIsThere() {
            people.company("Acme");
            open(people.admin());
            upload("name\nAcme\n");

            assertThat(Screens.button("Nothing to import").isEnabled()).isFalse();
        }

        private void upload(String file) {
            _click(Screens.button("Import"));
            UploadKt._upload(_get(Upload.class), "list.csv", file.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void isNotBuiltForWhoMayNotSeeCompanies() {
        open(people.restricted(Set.of(), "read_licensing"));

        assertThat(Screens.heading()).isEqualTo("No access");
        assertThat(_find(CompaniesView.class)).isEmpty();
    }

    private void open(PortalUser user) {
        Screens.open(portal, user);
        Screens.go("companies");
        assertThat(UI.getCurrent().getInternals().getTitle()).endsWith("· Portico");
    }

    private static List<String> names() {
        return GridKt._findAll(_get(CompanyGrid.class)).stream().map(Company::name).toList();
    }

    private static void openRow(String name) {
        CompanyGrid grid = _get(CompanyGrid.class);
        GridKt._selectRow(grid, names().indexOf(name));
    }

    private static TextField search() {
        return _get(TextField.class, spec -> spec.withPlaceholder("Name, city or website"));
    }

    private static String matches() {
        return _get(Span.class, spec -> spec.withAttribute("role", "status")).getText();
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }
}
