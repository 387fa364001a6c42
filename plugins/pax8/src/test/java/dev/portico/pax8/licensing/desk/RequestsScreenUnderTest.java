package dev.portico.pax8.licensing.desk;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Licensing > Requests, as staff uses it. */
abstract class RequestsScreenUnderTest {

    ScreensUnderTest plugin;
    RequestsInTest requests;
    Visit visit;

    @BeforeEach
    void setUp() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        requests = new RequestsInTest(plugin);
        visit = new Visit();
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    SeatRequest waiting(String product, long seats) {
        plugin.product(product, product);
        UUID subscription = requests.another(product);
        plugin.portal.actAsClient("carla@acme.example", requests.company);
        SeatRequest request = RequestsInTest.done(
                plugin.bean(SeatRequests.class).ask(new Ask(subscription, 10, seats, "", Optional.empty())));
        plugin.portal.actAsStaff("admin@example.com");
        return request;
    }

    SeatRequest now(SeatRequest request) {
        return plugin.bean(RequestQueries.class).find(request.id()).orElseThrow();
    }

    RequestState state(SeatRequest request) {
        return now(request).state();
    }

    void open() {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(plugin.bean(RequestsScreen.class).open(visit));
    }

    static void select(String label) {
        Tabs tabs = _find(Tabs.class).get(1);
        tabs.setSelectedTab(_get(Tab.class, spec -> spec.withPredicate(tab -> tab.getLabel().equals(label))));
    }

    static List<String> tabs() {
        return _find(Tab.class).stream().map(Tab::getLabel).toList();
    }

    @SuppressWarnings("unchecked")
    static Grid<SeatRequest> grid() {
        return _find(Grid.class).getFirst();
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static List<Button> button(String text, boolean must) {
        return _find(Button.class, spec -> spec.withText(text));
    }

    static String text() {
        return Rendering.of(UI.getCurrent());
    }
}
