package dev.portico.pax8.licensing.administration;

import dev.portico.api.host.CurrentUser;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vendors of all products; needs {@code manage_licensing}. */
final class Vendors {

    private final JdbcClient database;
    private final CurrentUser user;

    Vendors(JdbcClient database, CurrentUser user) {
        this.database = database;
        this.user = user;
    }

    /** Those whose products are in use come first, then by name. */
    List<Vendor> all() {
        user.require("manage_licensing");
        return database.sql(
                        """
                        select p.vendor_name as name, bool_or(u.product_id is not null) as used
                        from product p
                        left join (select distinct product_id from subscription) u on u.product_id = p.id
                        where p.vendor_name <> ''
                        group by p.vendor_name
                        order by used desc, lower(p.vendor_name)
                        """)
                .query((row, number) -> new Vendor(row.getString("name"), row.getBoolean("used")))
                .list();
    }

    /** A vendor; used: there are subscriptions to its products. */
    record Vendor(String name, boolean used) {}
}
