package dev.portico.pax8.licensing.renewals;

import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.renewals.RenewalFilter.Show;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A portal on March 1, 2026 with subscriptions of two clients, some of which renew soon. */
final class RenewalsUnderTest implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    static final RenewalFilter ALL =
            new RenewalFilter("", Show.ALL, Optional.empty(), Optional.empty(), Optional.empty());
    static final RenewalFilter OPEN = ALL.show(Show.OPEN);

    final ScreensUnderTest plugin = new ScreensUnderTest();
    final UUID alder = plugin.portalCompany("Alder", "Denver");
    final UUID birch = plugin.portalCompany("Birch", "Denver");
    final UUID teams = plugin.product("Teams", "Microsoft");
    final UUID acrobat = plugin.product("Acrobat", "Adobe");
    private final UUID pax8Alder = plugin.pax8Company("Alder", "Denver");
    private final UUID pax8Birch = plugin.pax8Company("Birch", "Denver");

    RenewalsUnderTest() {
        plugin.connect();
        plugin.map(pax8Alder, alder);
        plugin.map(pax8Birch, birch);
    }

    /** Teams of Alder, bound for a year until a day. */
    UUID teamsOfAlder(LocalDate lastDay) {
        return committed(plugin.subscription(pax8Alder, "Teams", 10, "Active", "Monthly", "8", "USD"), "1-Year", lastDay);
    }

    /** Acrobat of Birch, bound for a year until a day. */
    UUID acrobatOfBirch(LocalDate lastDay) {
        return committed(plugin.subscription(pax8Birch, "Acrobat", 4, "Active", "Annual", "240", "USD"), "1-Year", lastDay);
    }

    UUID committed(UUID subscription, String term, LocalDate lastDay) {
        plugin.jdbc
                .sql("update subscription set commitment_id = gen_random_uuid(), commitment_term = ?, commitment_end = ? where id = ?")
                .params(term, Timestamp.from(lastDay.atStartOfDay(ZoneOffset.UTC).toInstant()), subscription)
                .update();
        return subscription;
    }

    void rule(UUID product, String term, boolean renews) {
        plugin.jdbc
                .sql("""
                        insert into commitment_rule (product_id, commitment_id, term, increase_allowed, decrease_allowed, auto_renew)
                        values (?, gen_random_uuid(), ?, true, false, ?)
                        """)
                .params(product, term, renews)
                .update();
    }

    Renewals renewals() {
        return plugin.bean(Renewals.class);
    }

    List<Renewal> all() {
        return renewals().page(ALL, RenewalFilter.Sort.DAY, true, 0, 100);
    }

    /** Lets a user of a client act from now on. */
    RenewalsOfClient asClient(UUID company) {
        plugin.portal.client = company;
        plugin.portal.permissions.remove("manage_licensing");
        return plugin.bean(RenewalsOfClient.class);
    }

    void asStaff() {
        plugin.portal.client = null;
        plugin.portal.permissions.add("manage_licensing");
    }

    @Override
    public void close() {
        plugin.close();
    }
}
