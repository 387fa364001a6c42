package dev.portico.pax8.licensing.desk;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.grid.Grid;
import dev.portico.pax8.licensing.requests.RequestState;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import org.junit.jupiter.api.Test;

/** Requests that are selected and decided together. */
class ManyRequestsAtOnceTest extends RequestsScreenUnderTest {

    @Test
    void areApprovedEachForItselfAndToldInOneSummary() {
        SeatRequest approved = requests.askedByClient(15);
        SeatRequest rebased = waiting("Acronis", 12);
        SeatRequest overtaken = waiting("Adobe", 13);
        open();
        grid().asMultiSelect().select(GridKt._findAll(grid()));
        plugin.jdbc.sql("update subscription set quantity = 11 where product_name = 'Acronis'").update();
        plugin.portal.actAs("bob@example.com");
        plugin.bean(SeatRequests.class).reject(overtaken.id(), overtaken.version(), "Wait for the renewal");
        plugin.portal.actAs("admin@example.com");
        _click(button("Approve 3"));
        assertThat(visit.questions).singleElement().asString().contains("Approve 3 requests", "+10 seats");
        visit.answerYes();
        assertThat(state(approved)).isEqualTo(RequestState.APPROVED);
        assertThat(state(rebased)).isEqualTo(RequestState.PENDING);
        assertThat(state(overtaken)).isEqualTo(RequestState.REJECTED);
        assertThat(text()).contains(
                "1 request was approved",
                "1 was overtaken:",
                "bob@example.com was faster",
                "Wait for the renewal",
                "1 stands on another number of seats now",
                "Pax8 has 11 seats by now, not 10");
        assertThat(grid().getSelectedItems()).isEmpty();
    }

    @Test
    void areNotOfferedToThoseWhoDoNotDecide() {
        requests.askedByClient(15);
        plugin.portal.permissions.remove("manage_licensing");
        open();
        select("All 1");
        assertThat(grid().getSelectionMode()).isEqualTo(Grid.SelectionMode.NONE);
    }
}
