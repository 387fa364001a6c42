package dev.portico.pax8.licensing.change;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The dialog in which seats are changed, as a client and as staff. */
abstract class ChangeSeatsUnderTest {

    ScreensUnderTest plugin;
    RequestsInTest requests;
    Visit visit;
    final List<SeatRequest> made = new ArrayList<>();

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

    void asClient() {
        plugin.portal.actAsClient("carla@acme.example", requests.company);
    }

    void open() {
        Div page = new Div();
        UI.getCurrent().removeAll();
        UI.getCurrent().add(page);
        plugin.bean(ChangeSeatsDialog.class)
                .open(
                        new ChangeSeatsDialog.Subject(requests.subscription, "Microsoft 365", "Acme", 10),
                        page,
                        visit,
                        made::add);
    }

    void close() {
        _click(button("Close"));
        UI.getCurrent().removeAll();
    }

    static IntegerField total() {
        return _get(IntegerField.class);
    }

    static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static String text() {
        return _get(Dialog.class).getHeaderTitle() + "\n" + Rendering.of(UI.getCurrent());
    }
}
