package dev.portico.pax8.partner;

import static dev.portico.pax8.fixtures.Rows.companyId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.Rows;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What does not pass by itself is not tried again. */
class PartnerClientRefusalsTest extends PartnerClientUnderTest {

    @Test
    void neverQuotesAnUnreadableAnswer() {
        pax8.intercept((exchange, number) -> Optional.of(new Reply(200, "text/html", "<html>top-secret</html>")));
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("web page")
                .hasNoCause()
                .extracting(Throwable::toString)
                .asString()
                .doesNotContain("top-secret");
        pax8.intercept((exchange, number) -> Optional.of(Reply.json("{\"content\":[top-secret")));
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("breaks off")
                .hasNoCause();
    }

    @Test
    void followsNoRedirect() {
        pax8.next(new Reply(302, "text/html", "").with("Location", pax8.url() + "/v1/elsewhere"));
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerRefusal.class)
                .hasMessageContaining("api-url");
        assertThat(pax8.requests()).hasSize(1);
    }

    @Test
    void renewsARefusedTokenOnce() throws InterruptedException {
        pax8.intercept((exchange, number) ->
                exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer old")
                        ? Optional.of(new Reply(401, "application/json", "{\"error\":\"expired\"}"))
                        : Optional.empty());
        client.companies().next();
        assertThat(renewals).hasValue(1);
    }

    @Test
    void asksForAnAdministratorWhenTheNewTokenIsRefusedAsWell() {
        pax8.intercept((exchange, number) -> Optional.of(new Reply(401, "application/json", "{}")));
        assertThatThrownBy(() -> client.companies().next()).isInstanceOf(ReconnectRequired.class);
        assertThat(renewals).hasValue(1);
        assertThat(pax8.requests()).hasSize(2);
    }

    @Test
    void doesNotRepeatWhatPax8Refuses() {
        pax8.next(new Reply(403, "application/json", "{\"message\":\"Invalid companyId\"}"));
        assertThatThrownBy(() -> client.subscriptions(companyId(1)).next())
                .isInstanceOf(PartnerRefusal.class)
                .hasMessageContaining("Invalid companyId")
                .extracting(refusal -> ((PartnerRefusal) refusal).status())
                .isEqualTo(403);
        assertThat(pax8.requests()).hasSize(1);
    }

    @Test
    void doesNotFindAProductThatPax8DoesNotKnow() throws InterruptedException {
        pax8.list("products/by-id", List.of(Rows.product(1)));
        assertThat(client.product(Rows.productId(1)).orElseThrow().name()).isEqualTo("Product 1");
        assertThat(client.product(Rows.productId(2))).isEmpty();
    }
}
