package dev.portico.pax8.licensing.renewals;

import static com.github.mvysny.kaributesting.v10.GridKt._findAll;
import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.portico.pax8.fixtures.Visit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Renewals in a window, with what its tests look for and click. */
abstract class RenewalsScreenUnderTest {

    RenewalsUnderTest test;
    Visit visit;

    @BeforeEach
    void setUp() {
        MockVaadin.setup();
        test = new RenewalsUnderTest();
        visit = new Visit();
    }

    @AfterEach
    void tearDown() {
        test.close();
        MockVaadin.tearDown();
    }

    static void show(Component content) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(content);
    }

    @SuppressWarnings("unchecked")
    static Grid<Renewal> grid() {
        return _get(Grid.class);
    }

    static Button labelled(String label) {
        Stream<Component> inGrids = _find(Tabs.class).isEmpty() // the page of a client has another grid
                ? Stream.empty()
                : _findAll(grid()).stream()
                        .flatMap(RenewalsScreenUnderTest::components)
                        .flatMap(Component::getChildren);
        return Stream.concat(_find(Button.class).stream(), inGrids)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> label.equals(button.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button is called " + label));
    }

    @SuppressWarnings("unchecked")
    static Stream<Component> components(Renewal renewal) {
        return grid().getColumns().stream()
                .map(Grid.Column::getRenderer)
                .filter(ComponentRenderer.class::isInstance)
                .map(renderer -> ((ComponentRenderer<Component, Renewal>) renderer).createComponent(renewal));
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
