package dev.portico.host.companies;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.host.shell.Screens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CompanyFormTest extends CompaniesViewUnderTest {

    @Autowired
    JdbcClient jdbc;

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

    private static void openRow(String name) {
        CompanyGrid grid = _get(CompanyGrid.class);
        GridKt._selectRow(grid, names().indexOf(name));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }
}
