package dev.portico.pax8.licensing.portal;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import org.junit.jupiter.api.Test;

class MyLicensesScreenTest extends MyPagesUnderTest {

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
