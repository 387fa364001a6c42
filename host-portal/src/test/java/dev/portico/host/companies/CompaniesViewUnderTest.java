package dev.portico.host.companies;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import dev.portico.host.shell.Screens;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The page of companies in a portal that has none yet. */
@PortalTest
abstract class CompaniesViewUnderTest {

    @Autowired
    ApplicationContext portal;

    @Autowired
    CompanyService service;

    TestPeople people;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
    }

    @AfterEach
    void closeWindow() {
        Screens.close();
    }

    void open(PortalUser user) {
        Screens.open(portal, user);
        Screens.go("companies");
        assertThat(UI.getCurrent().getInternals().getTitle()).endsWith("· Portico");
    }

    static List<String> names() {
        return GridKt._findAll(_get(CompanyGrid.class)).stream().map(Company::name).toList();
    }
}
