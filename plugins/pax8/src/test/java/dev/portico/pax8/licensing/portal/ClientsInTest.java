package dev.portico.pax8.licensing.portal;

import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import dev.portico.pax8.licensing.requests.Ask;
import dev.portico.pax8.licensing.requests.RequestsInTest;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import java.util.Optional;
import java.util.UUID;

/** Two clients with subscriptions and requests, and a catalog with products that are shown and hidden. */
final class ClientsInTest {

    static final String FOREIGN = "Harbor Law";

    final ScreensUnderTest plugin;
    final RequestsInTest acme;
    final UUID harbor;
    final UUID harborSubscription;

    ClientsInTest(ScreensUnderTest plugin) {
        this.plugin = plugin;
        acme = new RequestsInTest(plugin);
        UUID pax8 = plugin.pax8Company("Harbor Law PLLC", "Tacoma");
        harbor = plugin.portalCompany(FOREIGN, "Tacoma");
        plugin.map(pax8, harbor);
        plugin.product("Foreign Firewall", "Harborvendor");
        harborSubscription = plugin.subscription(pax8, "Foreign Firewall", 4321, "Active", "Monthly", "98.76", "USD");
    }

    /** A product of the catalog. */
    UUID product(String name, String vendor, boolean visible, boolean featured, String category) {
        UUID id = plugin.product(name, vendor);
        plugin.jdbc.sql("insert into catalog_entry values (?, ?, ?, ?, now(), 'test')")
                .params(id, visible, featured, category)
                .update();
        plugin.jdbc.sql("""
                        insert into product_price (product_id, position, billing_term, commitment_term, type,
                                                   charge_type, unit, partner_buy_rate, retail_price)
                        values (?, 1, 'Monthly', '', '', '', '', 77.77, 99.95)
                        """)
                .param(id)
                .update();
        return id;
    }

    void asAcme() {
        plugin.portal.actAsClient("carla@acme.example", acme.company);
    }

    void asHarbor() {
        plugin.portal.actAsClient("harry@harbor.example", harbor);
    }

    void asStaff() {
        plugin.portal.actAsStaff("admin@example.com");
    }

    /** The other client asks for seats and for a product. */
    SeatRequest harborAsks(UUID product) {
        asHarbor();
        plugin.bean(ProductRequests.class).ask(product, 8765, "Harbor needs it");
        return RequestsInTest.done(plugin.bean(SeatRequests.class)
                .ask(new Ask(harborSubscription, 4321, 4322, "Harbor hires", Optional.empty())));
    }
}
