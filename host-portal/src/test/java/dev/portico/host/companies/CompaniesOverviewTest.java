package dev.portico.host.companies;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.host.shell.Screens;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompaniesOverviewTest extends CompaniesViewUnderTest {

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

    @Test
    void isNotBuiltForWhoMayNotSeeCompanies() {
        open(people.restricted(Set.of(), "read_licensing"));

        assertThat(Screens.heading()).isEqualTo("No access");
        assertThat(_find(CompaniesView.class)).isEmpty();
    }

    private static TextField search() {
        return _get(TextField.class, spec -> spec.withPlaceholder("Name, city or website"));
    }

    private static String matches() {
        return _get(Span.class, spec -> spec.withAttribute("role", "status")).getText();
    }
}
