package dev.portico.pax8.licensing.renewals;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.portico.pax8.licensing.renewals.RenewalsUnderTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.PermissionDenied;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Licensing > Renewals, as staff uses it. */
class RenewalsScreenTest extends RenewalsScreenUnderTest {

    @Test
    void saysThatNothingEndsSoonAndLeadsOn() {
        visit.parameters.put("show", "all");
        open();

        assertThat(text()).contains("Nothing ends soon", "within 90 days");
        _click(button("See subscriptions"));
        assertThat(visit.leadTo).isEqualTo("licensing/subscriptions");
    }

    @Test
    void listsWhatNeedsADecisionWithWhatIsAtStake() {
        twoRenewals();
        open();

        assertThat(_size(grid())).isEqualTo(2);
        assertThat(text())
                .contains("Needs a decision (2)", "Answered (0)", "Muted (0)", "All (2)")
                .contains("2 renewals · 14 seats · $1,920.00 at stake");
        assertThat(visit.subtitle).isEqualTo(
                "Commitments and trials that end within 90 days. From Pax8, not synced yet.");
        assertThat(cells(0)).contains("Mar 11", "in 10 days", "Teams", "Alder", "Not asked");
    }

    @Test
    void showsNoAmountAndNothingToDoWithoutManageLicensing() {
        twoRenewals();
        test.plugin.portal.permissions.remove("manage_licensing");
        open();

        assertThat(text()).contains("2 renewals · 14 seats").doesNotContain("$", "stake");
        assertThat(grid().getColumnByKey("STAKE")).isNull();
        assertThat(cells(0)).doesNotContain("Ask client");
    }

    @Test
    void asksTheClientWithOneClick() {
        twoRenewals();
        open();

        _click(inRow(0, "Ask client"));

        assertThat(visit.notices).containsExactly("Alder is asked what to do.");
        assertThat(cells(0)).contains("Asked", "Remind");
    }

    @Test
    void tellsWhenTheClientWasFaster() {
        twoRenewals();
        open();
        Button ask = inRow(0, "Ask client");
        Renewal renewal = test.all().getFirst();
        test.renewals().ask(renewal.key());
        test.asClient(test.alder).keep(renewal.subscriptionId(), renewal.day());
        test.asStaff();

        _click(ask);

        assertThat(visit.problems).singleElement().asString().contains("answered already");
        assertThat(text()).contains("Answered (1)");
    }

    @Test
    void schedulesWhatTheClientWants() {
        twoRenewals();
        Renewal renewal = test.all().getFirst();
        test.renewals().ask(renewal.key());
        test.asClient(test.alder).reduce(renewal.subscriptionId(), renewal.day(), 5);
        test.asStaff();
        visit.parameters.put("show", "answered");
        open();

        assertThat(cells(0)).contains("Reduce to 5 seats");
        _click(inRow(0, "Schedule change"));

        assertThat(visit.problems).isEmpty();
        assertThat(visit.notices).singleElement().asString().contains("is scheduled for the day of the renewal");
        assertThat(cells(0)).contains("A change is requested").doesNotContain("Schedule change");
    }

    @Test
    void mutesAProductAndTakesItBack() {
        twoRenewals();
        open();

        _click(labelled("Mute renewals of Teams"));
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(visit.notices).containsExactly("Renewals of Teams need no decision any more.");

        visit.undo.run();
        assertThat(_size(grid())).isEqualTo(2);
    }

    @Test
    void filtersRemembersThemInTheAddressAndClearsThem() {
        twoRenewals();
        open();

        _setValue(_get(TextField.class), "adobe");
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(visit.parameters).containsEntry("search", "adobe");

        _setValue(_get(TextField.class), "nothing like it");
        assertThat(text()).contains("No renewal matches these filters.");
        _click(_find(Button.class, spec -> spec.withText("Clear filters")).getLast());
        assertThat(_size(grid())).isEqualTo(2);
        assertThat(visit.parameters).doesNotContainKey("search");
    }

    @Test
    void hasAnEmptyStateForEachTab() {
        twoRenewals();
        open();
        Tabs tabs = _get(Tabs.class);

        tabs.setSelectedTab((Tab) tabs.getChildren().toList().get(1));
        assertThat(text()).contains("No answers yet");
        tabs.setSelectedTab((Tab) tabs.getChildren().toList().get(2));
        assertThat(text()).contains("Nothing is muted");
        assertThat(visit.parameters).containsEntry("show", "muted");
    }

    @Test
    void showsAMonthOnWhichADayCanBeChosen() {
        twoRenewals();
        open();
        _click((Button) visit.actions.getFirst());
        assertThat(visit.parameters).containsEntry("view", "calendar");
        assertThat(text()).contains("March 2026");

        _click(labelled("Mar 11: 1 renewal, 10 seats"));
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(text()).contains("on Mar 11 only");
        assertThat(visit.parameters).containsEntry("day", "2026-03-11");
        assertThat(labelled("Mar 11: 1 renewal, 10 seats").getElement().getAttribute("aria-pressed")).isEqualTo("true");

        _click(labelled("Mar 11: 1 renewal, 10 seats"));
        assertThat(_size(grid())).isEqualTo(2);
    }

    @Test
    void turnsToTheMonthsThatAreAhead() {
        test.teamsOfAlder(TODAY.plusDays(40));
        open();
        _click((Button) visit.actions.getFirst());
        assertThat(labelled("Month before").isEnabled()).isFalse();

        _click(labelled("Next month"));
        assertThat(text()).contains("April 2026");
        assertThat(labelled("Apr 11: 1 renewal, 10 seats").isVisible()).isTrue();
        _click(labelled("Next month"));
        assertThat(text()).contains("May 2026");
        assertThat(labelled("Next month").isEnabled()).isFalse();
    }

    @Test
    void opensAsTheAddressSays() {
        twoRenewals();
        visit.parameters.put("view", "calendar");
        visit.parameters.put("day", "2026-03-21");
        visit.parameters.put("company", "no id");
        open();

        assertThat(_size(grid())).isEqualTo(1);
        assertThat(text()).contains("March 2026", "on Mar 21 only");
    }

    @Test
    void followsAnswersByItself() {
        twoRenewals();
        Renewal renewal = test.all().getFirst();
        test.renewals().ask(renewal.key());
        open();
        test.asClient(test.alder).keep(renewal.subscriptionId(), renewal.day());
        test.asStaff();

        visit.tick();

        assertThat(text()).contains("Needs a decision (1)", "Answered (1)");
    }

    @Test
    void becomesAListOfItemsOnNarrowScreens() {
        twoRenewals();
        RenewalList list = new RenewalList(
                new RenewalParts(test.renewals(), test.plugin.bean(RenewalWords.class), test.plugin.portal, null, null),
                () -> RenewalsUnderTest.ALL,
                visit,
                () -> {});
        list.compact(true);
        assertThat(list.grid().getColumns().stream().filter(Grid.Column::isVisible)).hasSize(1);
        list.compact(false);
        assertThat(list.grid().getColumns().stream().filter(Grid.Column::isVisible)).hasSize(7);
    }

    @Test
    void isClosedToClients() {
        test.plugin.portal.client = test.alder;
        assertThatThrownBy(this::open).isInstanceOf(PermissionDenied.class);
    }

    private void twoRenewals() {
        test.teamsOfAlder(TODAY.plusDays(9));
        test.acrobatOfBirch(TODAY.plusDays(19));
    }

    private void open() {
        show(test.plugin.bean(RenewalsScreen.class).open(visit));
    }

    /** What a row says: grids render in the browser, so the components of its cells are made here. */
    private static String cells(int row) {
        return components(_get(grid(), row))
                .map(cell -> cell.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private static Button inRow(int row, String verb) {
        Renewal renewal = _get(grid(), row);
        return labelled(verb + ": " + renewal.product() + ", " + renewal.company());
    }
}
