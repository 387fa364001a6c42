package dev.portico.pax8.partner;

import static dev.portico.pax8.fixtures.Rows.companyId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.FakePax8.Reply;
import dev.portico.pax8.fixtures.Rows;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How lists and their rows are read. */
class PartnerClientTest extends PartnerClientUnderTest {

    @Test
    void readsAllPagesOfTwoHundred() throws InterruptedException {
        pax8.list("companies", FakePax8.rows(0, 450, Rows::company));

        PageWalk<PartnerCompany> walk = client.companies();
        assertThat(walk.next()).hasSize(200);
        assertThat(walk.next()).hasSize(200);
        assertThat(walk.next()).hasSize(50);

        assertThat(walk.hasNext()).isFalse();
        assertThat(walk.consistent()).isTrue();
        assertThat(pax8.requests()).startsWith("/v1/companies?size=200&sort=name,asc&page=0").hasSize(3);
        assertThat(acquired).hasValue(3);
    }

    @Test
    void believesThePageSizeOfTheAnswer() throws InterruptedException {
        pax8.pageSize(30);
        pax8.list("companies", FakePax8.rows(0, 70, Rows::company));
        PageWalk<PartnerCompany> walk = client.companies();
        int rows = 0;
        while (walk.hasNext()) {
            rows += walk.next().size();
        }
        assertThat(rows).isEqualTo(70);
    }

    @Test
    void readsARowWithAllItsPeculiarities() throws InterruptedException {
        pax8.next(Reply.page(0, 1, 1,
                """
                {"id":"00000000-0000-0003-0000-000000000001","companyId":"00000000-0000-0001-0000-000000000001",
                 "productId":"aaaee3f-262c-47a4-b0e6-f9ce8b54fcd7","quantity":"12.0","status":"SomethingNew",
                 "billingTerm":"5-Year","startDate":"soon","createdDate":"2020-12-03","price":1e1,
                 "commitmentTerm":{"term":"3-Year","unknown":1},"commitment":null,"brandNew":[{"x":{}}]}"""));

        PartnerSubscription row = client.subscriptions().next().getFirst();

        assertThat(row.companyId()).isEqualTo(companyId(1));
        assertThat(row.productId()).isNull();
        assertThat(row.quantity()).isEqualByComparingTo("12");
        assertThat(row.price()).isEqualByComparingTo("10");
        assertThat(row.status()).isEqualTo("SomethingNew");
        assertThat(row.billingTerm()).isEqualTo("5-Year");
        assertThat(row.startDate()).isNull();
        assertThat(row.createdDate()).isEqualTo(Instant.parse("2020-12-03T00:00:00Z"));
        assertThat(row.commitment().orElseThrow().term()).isEqualTo("3-Year");
    }

    @Test
    void readsACommitmentThatIsOnlyAText() throws InterruptedException {
        pax8.next(Reply.page(0, 1, 1, "{\"id\":\"%s\",\"commitmentTerm\":\"1-Year\"}".formatted(new UUID(3, 1))));
        assertThat(client.subscriptions().next().getFirst().commitment().orElseThrow().term()).isEqualTo("1-Year");
    }

    @Test
    void leavesOutRowsWithoutAnId() throws InterruptedException {
        pax8.next(Reply.page(0, 1, 3, "{\"name\":\"x\"},null,{\"id\":\"not-an-id\",\"name\":\"y\"}"));
        PageWalk<PartnerCompany> walk = client.companies();
        assertThat(walk.next()).isEmpty();
        assertThat(walk.consistent()).isFalse();
    }

    @Test
    void takesAMissingContentForAnEmptyPage() throws InterruptedException {
        pax8.next(Reply.json("{\"page\":{\"size\":200,\"totalElements\":0,\"totalPages\":0,\"number\":0}}"));
        PageWalk<PartnerCompany> walk = client.companies();
        assertThat(walk.next()).isEmpty();
        assertThat(walk.consistent()).isTrue();
    }

    @Test
    void refusesAListThatDoesNotTellItsPages() {
        pax8.next(Reply.json("{\"content\":[],\"totalPages\":3}"));
        assertThatThrownBy(() -> client.companies().next())
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("without its number of pages");
    }

    @Test
    void refusesAnotherPageThanItAskedFor() {
        pax8.next(Reply.page(4, 5, 900, ""));
        assertThatThrownBy(() -> client.companies().next()).isInstanceOf(PartnerFault.class).hasMessageContaining("page 4");
    }
}
