package dev.portico.pax8.licensing.portal;

import static com.github.mvysny.kaributesting.v10.GridKt._findAll;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.portico.api.screen.PluginScreen;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The pages of clients, as one of their users uses them. */
abstract class MyPagesUnderTest {

    ScreensUnderTest plugin;
    ClientsInTest clients;
    Visit visit;

    @BeforeEach
    void setUp() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        clients = new ClientsInTest(plugin);
        clients.asAcme();
        visit = new Visit();
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    void open(Class<? extends PluginScreen> screen) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(plugin.bean(screen).open(visit));
    }

    /** Clicks the first button of this text in the cells of the shown grid. */
    static void click(String text) {
        Div cells = new Div();
        cellsOfLastColumn().forEach(cells::add);
        UI.getCurrent().add(cells);
        _click(_find(cells, Button.class, spec -> spec.withText(text)).getFirst());
        UI.getCurrent().remove(cells);
    }

    static List<String> actions() {
        return cellsOfLastColumn().stream()
                .map(cell -> cell.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    static List<Component> cellsOfLastColumn() {
        Grid<Object> grid = grid();
        return _findAll(grid).stream()
                .map(item -> ((ComponentRenderer<Component, Object>)
                                grid.getColumns().getLast().getRenderer())
                        .createComponent(item))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static <T> Grid<T> grid() {
        return _find(Grid.class).getFirst();
    }

    static String text() {
        return Rendering.of(UI.getCurrent());
    }
}
