package dev.portico.pax8.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductSyncTest extends SyncUnderTest {

    @Test
    void keepsProductsThatOnlySubscriptionsReferTo() throws Exception {
        haveCompanies(2);
        plugin.map(0);
        list("products", FakePax8.rows(0, 30, Rows::product));
        list("products/by-id", List.of(Rows.product(77)));
        list("subscriptions", List.of(
                Rows.subscription(1, 0, 3), Rows.subscription(2, 0, 77), Rows.subscription(3, 0, 88)));
        run(ProductSync.class);
        run(SubscriptionSync.class);

        assertThat(listed(3)).isTrue();
        assertThat(listed(77)).isFalse();
        assertThat(listed(88)).isFalse();
        assertThat(plugin.jdbc.sql("select name from product where id = ?").param(Rows.productId(88))
                        .query(String.class).single())
                .isEqualTo("Product 88");

        int calls = plugin.pax8.requests().size();
        run(SubscriptionSync.class);
        assertThat(plugin.pax8.requests()).hasSize(calls + 1);

        list("products", FakePax8.rows(4, 30, Rows::product));
        assertThat(run(ProductSync.class)).isEqualTo(succeeded(26, 0, 0, 3));
        assertThat(listed(3)).isFalse();
        assertThat(listed(77)).isFalse();
    }

    @Test
    void doesNotFetchProductByProductBeforeTheCatalogIsHere() throws Exception {
        plugin.host.succeeded.clear();
        haveCompanies(2);
        plugin.map(0);
        list("subscriptions", List.of(Rows.subscription(1, 0, 3)));
        run(SubscriptionSync.class);
        assertThat(plugin.pax8.requests()).noneMatch(request -> request.startsWith("/v1/products"));
    }

    private boolean listed(int number) {
        return plugin.jdbc.sql("select listed from product where id = ?")
                .param(Rows.productId(number))
                .query(Boolean.class)
                .single();
    }
}
