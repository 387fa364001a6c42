package dev.portico.pax8.licensing.portal;

import static com.github.mvysny.kaributesting.v10.GridKt._findAll;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.portico.api.screen.PluginScreen;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.catalog.ClientProduct;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The pages of clients, as one of their users uses them. */
class MyPagesTest {

    private ScreensUnderTest plugin;
    private ClientsInTest clients;
    private Visit visit;

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

    @Nested
    class MyLicensesList {

        @Test
        void showsWhatTheCompanyHasAndSearches() {
            clients.acme.another("Acronis");
            plugin.jdbc.sql("update subscription set status = 'Cancelled' where product_name = 'Acronis'").update();
            clients.acme.another("Adobe");
            open(MyLicensesScreen.class);
            assertThat(text()).contains("Microsoft 365", "Adobe", "2 products, 20 seats").doesNotContain("Acronis");
            _setValue(_get(TextField.class), "adobe");
            assertThat(text()).contains("1 product, 10 seats");
            assertThat(_size(grid())).isEqualTo(1);
            _setValue(_get(TextField.class), "nothing like it");
            assertThat(text()).contains("Nothing matches");
        }

        @Test
        void saysWhatWouldBeHere() {
            plugin.jdbc.sql("delete from subscription").update();
            open(MyLicensesScreen.class);
            assertThat(text()).contains("No licenses yet");
        }

        @Test
        void asksForAChangeAndShowsItsStateInTheRow() {
            open(MyLicensesScreen.class);
            click("Request Change");
            _setValue(_get(IntegerField.class), 15);
            _click(_get(Button.class, spec -> spec.withText("Send request")));
            assertThat(text()).contains("Waiting for approval", "10 \u2192 15");
            click("See request");
            assertThat(visit.leadTo).startsWith("my/requests?request=");
        }

        @Test
        void offersNoChangeWhereTheRulesDoNotAllowIt() {
            plugin.jdbc.sql("insert into subscription_rule values (?, false, false, null, false, null, now(), 'test')")
                    .param(clients.acme.subscription)
                    .update();
            open(MyLicensesScreen.class);
            assertThat(actions()).containsExactly("Changes on request only");
            plugin.jdbc.sql("delete from subscription_rule").update();
            plugin.portal.permissions.remove("write_licensing");
            open(MyLicensesScreen.class);
            assertThat(actions()).containsExactly("");
        }

        @Test
        void followsTheStateOfARequest() {
            SeatRequest request = clients.acme.asked(15);
            open(MyLicensesScreen.class);
            clients.asStaff();
            plugin.bean(SeatRequests.class).approve(request.id(), request.version(), "");
            clients.asAcme();
            assertThat(text()).contains("Being applied");
            visit.tick();
            assertThat(text()).contains("Being applied");
        }
    }

    @Nested
    class MyRequestsList {

        @Test
        void saysStatesInPlainWordsAndPax8sOwnReason() {
            clients.acme.asked(15);
            plugin.jdbc.sql("update seat_request set state = 'FAILED', problem = 'Seat count is locked', closed_at = now()")
                    .update();
            open(MyRequestsScreen.class);
            assertThat(text()).contains("Refused by Pax8", "Seat count is locked");
        }

        @Test
        void showsTheHistoryAndTakesARequestBack() {
            SeatRequest request = clients.acme.asked(15);
            openRequest(request);
            assertThat(detail()).contains("10 \u2192 15 seats (+5)", "Waiting for approval", "carla@acme.example", "History");
            _click(_get(Button.class, spec -> spec.withText("Take back")));
            visit.answerYes();
            assertThat(state(request)).isEqualTo(RequestState.CANCELLED);
            assertThat(detail()).contains("Taken back");
            assertThat(visit.notices).containsExactly("Request 1 is taken back.");
        }

        @Test
        void isToldWhoWasFaster() {
            SeatRequest request = clients.acme.asked(15);
            openRequest(request);
            clients.asStaff();
            plugin.bean(SeatRequests.class).reject(request.id(), request.version(), "Too many");
            clients.asAcme();
            _click(_get(Button.class, spec -> spec.withText("Take back")));
            visit.answerYes();
            assertThat(detail()).contains("admin@example.com was faster: Rejected: \"Too many\"", "Declined");
        }

        @Test
        void movesAScheduledRequestToALaterDayThanApprovedButNotToAnEarlierOne() {
            SeatRequest request = clients.acme.asked(15);
            clients.asStaff();
            RequestsInTest.done(plugin.bean(SeatRequests.class)
                    .schedule(request.id(), request.version(), plugin.clock.instant().plus(Duration.ofDays(20))));
            clients.asAcme();
            openRequest(request);
            assertThat(detail()).contains("Scheduled", "for Mar 21");
            _click(_get(Button.class, spec -> spec.withText("Change the day\u2026")));
            _setValue(_get(dialog(), DatePicker.class), LocalDate.parse("2026-03-10"));
            _click(_get(dialog(), Button.class, spec -> spec.withText("Schedule")));
            assertThat(Rendering.of(dialog())).contains("It was approved for Mar 21.");
            _setValue(_get(dialog(), DatePicker.class), LocalDate.parse("2026-03-25"));
            _click(_get(dialog(), Button.class, spec -> spec.withText("Schedule")));
            assertThat(detail()).contains("for Mar 25");
            assertThat(visit.notices).containsExactly("Request 1 has another day now.");
        }

        @Test
        void movesADayThatNobodyApprovedAsItLikes() {
            clients.acme.settings("approval_by_default = false, auto_approve_percent = 100");
            SeatRequest request = RequestsInTest.done(plugin.bean(SeatRequests.class).ask(new Ask(
                    clients.acme.subscription, 10, 15, "", Optional.of(plugin.clock.instant().plus(Duration.ofDays(20))))));
            openRequest(request);
            _click(_get(Button.class, spec -> spec.withText("Change the day\u2026")));
            _setValue(_get(dialog(), DatePicker.class), LocalDate.parse("2026-03-10"));
            _click(_get(dialog(), Button.class, spec -> spec.withText("Schedule")));
            assertThat(detail()).contains("for Mar 10");
        }

        @Test
        void leadsToTheLicensesWhileThereIsNothing() {
            open(MyRequestsScreen.class);
            assertThat(text()).contains("No requests yet");
            _click(_get(Button.class, spec -> spec.withText("My licenses")));
            assertThat(visit.leadTo).isEqualTo("my/licenses");
        }

        @Test
        void showsProductsAskedForWithTheirAnswerAndTakesThemBack() {
            UUID product = clients.product("Acronis Backup", "Acronis", true, false, "Backup");
            plugin.bean(ProductRequests.class).ask(product, 5, "For us");
            visit.parameters.put("tab", "products");
            open(MyRequestsScreen.class);
            assertThat(text()).contains("Acronis Backup", "For us", "Open");
            click("Take back");
            visit.answerYes();
            assertThat(visit.notices).containsExactly("It is taken back.");
            assertThat(text()).contains("Taken back");
        }
    }

    @Nested
    class TheCatalog {

        @Test
        void showsVisibleProductsFeaturedFirstAndFilters() {
            clients.product("Acronis Backup", "Acronis", true, false, "Backup");
            clients.product("Zoom", "Zoom Inc", true, true, "Meetings");
            clients.product("Hidden Vault", "Secretvendor", false, false, "");
            open(MyCatalogScreen.class);
            assertThat(products()).containsExactly("Zoom", "Acronis Backup");
            assertThat(text()).contains("Featured", "2 products");
            _setValue(_get(TextField.class), "backup");
            assertThat(products()).containsExactly("Acronis Backup");
            _setValue(_get(TextField.class), "vault");
            assertThat(text()).contains("No product matches these filters.");
            _click(_find(Button.class, spec -> spec.withText("Clear filters")).getLast());
            assertThat(products()).hasSize(2);
            visit.parameters.put("category", "Meetings");
            open(MyCatalogScreen.class);
            assertThat(products()).containsExactly("Zoom");
            assertThat(_find(ComboBox.class)).extracting(ComboBox::getValue).contains("Meetings");
        }

        @Test
        void saysThatNothingIsShownYet() {
            open(MyCatalogScreen.class);
            assertThat(text()).contains("Nothing here yet");
        }

        @Test
        void asksForAProductOnce() {
            clients.product("Acronis Backup", "Acronis", true, false, "Backup");
            open(MyCatalogScreen.class);
            click("Ask for this product");
            _setValue(_get(IntegerField.class), null);
            _click(_get(Button.class, spec -> spec.withText("Send")));
            assertThat(_get(IntegerField.class).getErrorMessage()).isEqualTo("Enter 1 seat or more.");
            _setValue(_get(IntegerField.class), 25);
            _setValue(_get(TextArea.class), "New laptops");
            _click(_get(Button.class, spec -> spec.withText("Send")));
            assertThat(visit.notices.getFirst()).startsWith("You asked for Acronis Backup.");
            assertThat(actions()).containsExactly("Asked for");
            assertThat(plugin.jdbc.sql("select note from product_request where seats = 25").query(String.class).single())
                    .isEqualTo("New laptops");
        }

        @Test
        void isToReadOnlyForThoseWhoMayNotAsk() {
            clients.product("Acronis Backup", "Acronis", true, false, "Backup");
            plugin.portal.permissions.remove("write_licensing");
            open(MyCatalogScreen.class);
            assertThat(actions()).containsExactly("");
        }

        private List<String> products() {
            return _findAll(MyPagesTest.<ClientProduct>grid()).stream()
                    .map(ClientProduct::name)
                    .toList();
        }
    }

    private RequestState state(SeatRequest request) {
        return plugin.bean(RequestQueries.class).find(request.id()).orElseThrow().state();
    }

    private void openRequest(SeatRequest request) {
        visit.parameters.put("request", request.id().toString());
        open(MyRequestsScreen.class);
    }

    private void open(Class<? extends PluginScreen> screen) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(plugin.bean(screen).open(visit));
    }

    private static Dialog dialog() {
        return _get(Dialog.class, spec -> spec.withPredicate(Dialog::isOpened));
    }

    private static String detail() {
        return Rendering.of(_get(MasterDetailLayout.class).getDetail());
    }

    /** Clicks the first button of this text in the cells of the shown grid. */
    private static void click(String text) {
        Div cells = new Div();
        cellsOfLastColumn().forEach(cells::add);
        UI.getCurrent().add(cells);
        _click(_find(cells, Button.class, spec -> spec.withText(text)).getFirst());
        UI.getCurrent().remove(cells);
    }

    private static List<String> actions() {
        return cellsOfLastColumn().stream()
                .map(cell -> cell.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Component> cellsOfLastColumn() {
        Grid<Object> grid = grid();
        return _findAll(grid).stream()
                .map(item -> ((ComponentRenderer<Component, Object>)
                                grid.getColumns().getLast().getRenderer())
                        .createComponent(item))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> Grid<T> grid() {
        return _find(Grid.class).getFirst();
    }

    private static String text() {
        return Rendering.of(UI.getCurrent());
    }
}
