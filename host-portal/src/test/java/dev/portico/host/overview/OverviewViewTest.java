package dev.portico.host.overview;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.card.Card;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.TestPeople;
import dev.portico.host.shell.Screens;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PortalTest
class OverviewViewTest {

    @Autowired
    ApplicationContext portal;

    TestPeople people;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
    }

    @AfterEach
    void closeWindow() {
        Screens.close();
    }

    @Test
    void saysThatThereIsNoCompanyYet() {
        Screens.open(portal, people.admin());

        assertThat(Screens.title()).isEqualTo("Overview");
        assertThat(cards()).anySatisfy(card -> assertThat(card).contains("No companies yet"));
    }

    @Test
    void countsTheCompaniesTheUserMaySee() {
        var mine = people.company("Mine");
        people.company("Other");
        Screens.open(portal, people.restricted(Set.of(mine), "read_companies"));

        assertThat(cards()).anySatisfy(card -> assertThat(card).contains("One company"));
    }

    @Test
    void explainsAnAccountWithoutPermissions() {
        Screens.open(portal, people.staff());

        assertThat(Screens.heading()).isEqualTo("Nothing here yet");
        assertThat(cards()).isEmpty();
    }

    private static List<String> cards() {
        return _find(Card.class).stream().map(Screens::textOf).toList();
    }
}
