package dev.portico.pax8.licensing.desk;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.Rendering;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The list of requests, as staff uses it. */
class RequestsListTest extends RequestsScreenUnderTest {

    @Test
    void showsWhatWaitsFirstAndCountsTheOthers() {
        requests.askedByClient(15);
        SeatRequest rejected = waiting("Acronis", 12);
        plugin.bean(SeatRequests.class).reject(rejected.id(), rejected.version(), "Too many");
        open();
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(visit.subtitle).isEqualTo("1 request waits for a decision.");
        assertThat(tabs()).contains("Seats (1)", "Waiting 1", "Open 1", "Done 1", "All 2");
        select("All 2");
        assertThat(_size(grid())).isEqualTo(2);
        assertThat(visit.parameters).containsEntry("show", "all");
        assertThat(Rendering.of(grid()))
                .contains("10 \u2192 15", "+5", "carla@acme.example", "every request needs an approval", "Waiting",
                        "Rejected", "Acme Dental Group", "just now");
    }

    @Test
    void searchesAndFiltersByCompanyAndVendor() {
        requests.askedByClient(15);
        UUID other = otherCompany();
        open();
        assertThat(_size(grid())).isEqualTo(2);
        _setValue(search(), "harry");
        assertThat(_size(grid())).isEqualTo(1);
        _setValue(search(), "#1");
        assertThat(_get(grid(), 0).companyName()).isEqualTo("Acme Dental Group");
        _setValue(search(), "nothing like it");
        assertThat(text()).contains("No request matches these filters.");
        _click(_find(Button.class, spec -> spec.withText("Clear filters")).getLast());
        assertThat(_size(grid())).isEqualTo(2);
        visit.parameters.put("company", other.toString());
        visit.parameters.put("vendor", "Acronis");
        open();
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(_get(grid(), 0).companyName()).isEqualTo("Harbor Law");
        assertThat(_find(ComboBox.class)).extracting(ComboBox::getValue).doesNotContainNull();
    }

    @Test
    void sortsInTheDatabase() {
        requests.askedByClient(15);
        otherCompany();
        open();
        assertThat(GridKt._findAll(grid())).extracting(SeatRequest::number).containsExactly(2L, 1L);
        grid().sort(List.of(new com.vaadin.flow.component.grid.GridSortOrder<>(
                grid().getColumnByKey("PRODUCT"), com.vaadin.flow.data.provider.SortDirection.ASCENDING)));
        assertThat(GridKt._findAll(grid())).extracting(SeatRequest::productName)
                .containsExactly("Acronis", "Microsoft 365");
    }

    @Test
    void saysThatNothingWaits() {
        open();
        assertThat(text()).contains("Nothing waits");
        select("All 0");
        assertThat(text()).contains("No requests here");
    }

    @Test
    void followsWhatOthersDoWithoutAReload() {
        open();
        assertThat(text()).contains("Nothing waits");
        requests.askedByClient(15);
        visit.tick();
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(visit.subtitle).isEqualTo("1 request waits for a decision.");
    }

    @Test
    void showsOnlyCompaniesThatTheUserMaySee() {
        requests.askedByClient(15);
        UUID other = otherCompany();
        plugin.portal.scope = new CompanyScope.Only(Set.of(other));
        open();
        assertThat(Rendering.of(UI.getCurrent())).contains("Harbor Law").doesNotContain("Acme", "Microsoft", "carla");
    }

    @Test
    void isClosedToUsersWithoutThePermission() {
        plugin.portal.permissions.clear();
        assertThatThrownBy(this::open).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void countsWhatWaitsForTheDrawer() {
        WaitingBadge badge = plugin.bean(WaitingBadge.class);
        assertThat(badge.count()).isZero();
        requests.askedByClient(15);
        assertThat(badge.count()).isEqualTo(1);
        plugin.portal.permissions.remove("manage_licensing");
        assertThat(badge.count()).isZero();
    }

    /** Another company with a request that waits. */
    private UUID otherCompany() {
        UUID pax8 = plugin.pax8Company("Harbor Law PLLC", "Seattle");
        UUID company = plugin.portalCompany("Harbor Law", "Seattle");
        plugin.map(pax8, company);
        plugin.product("Acronis", "Acronis");
        UUID subscription = plugin.subscription(pax8, "Acronis", 3, "Active", "Monthly", "7", "USD");
        plugin.portal.actAsClient("harry@harbor.example", company);
        RequestsInTest.done(
                plugin.bean(SeatRequests.class).ask(new Ask(subscription, 3, 4, "", Optional.empty())));
        plugin.portal.actAsStaff("admin@example.com");
        return company;
    }

    private static TextField search() {
        return _find(TextField.class).getFirst();
    }
}
