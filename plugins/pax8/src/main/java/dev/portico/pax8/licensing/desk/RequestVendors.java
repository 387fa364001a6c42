package dev.portico.pax8.licensing.desk;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vendors that there are requests for, of companies that the current user may see. Needs {@code read_licensing}. */
final class RequestVendors {

    private final JdbcClient jdbc;
    private final CurrentUser user;

    RequestVendors(JdbcClient jdbc, CurrentUser user) {
        this.jdbc = jdbc;
        this.user = user;
    }

    /** Their names, sorted. */
    List<String> names() {
        user.require("read_licensing");
        CompanyScope scope = user.companies();
        return jdbc.sql("""
                        select distinct vendor_name from seat_request
                        where vendor_name <> ''
                          and (:everyCompany or portal_company_id = any (cast(:scope as uuid[])))
                        order by vendor_name
                        """)
                .param("everyCompany", scope instanceof CompanyScope.All)
                .param("scope", scope instanceof CompanyScope.Only only
                        ? only.ids().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"))
                        : "{}")
                .query(String.class)
                .list();
    }
}
