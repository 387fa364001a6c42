package dev.portico.pax8.sync;

import dev.portico.pax8.partner.PartnerCompany;
import dev.portico.pax8.partner.PartnerCompany.Address;
import dev.portico.pax8.sync.PageUpsert.Written;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the companies of Pax8. */
final class CompanyStore {

    private static final PageUpsert<PartnerCompany> UPSERT = PageUpsert.<PartnerCompany>into("company")
            .column("id", "uuid", PartnerCompany::id)
            .text("name", PartnerCompany::name)
            .text("city", address(Address::city))
            .text("state", address(Address::stateOrProvince))
            .text("postal_code", address(Address::postalCode))
            .text("country", address(Address::country))
            .text("website", PartnerCompany::website)
            .text("phone", PartnerCompany::phone)
            .text("external_id", PartnerCompany::externalId)
            .text("status", PartnerCompany::status)
            .column("updated_date", "timestamptz", PartnerCompany::updatedDate)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;

    CompanyStore(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    Written write(List<PartnerCompany> companies) {
        return UPSERT.write(jdbc, companies, clock.instant());
    }

    long count() {
        return jdbc.sql("select count(*) from company").query(Long.class).single();
    }

    long countOthers(Set<UUID> seen) {
        return jdbc.sql(
                        """
                        select count(*) from company c
                        where not exists (select from unnest(cast(? as uuid[])) as s (id) where s.id = c.id)
                        """)
                .param(Ids.array(seen))
                .query(Long.class)
                .single();
    }

    /** Removes companies that were not seen, with their mappings and subscriptions, in one statement. */
    long removeOthers(Set<UUID> seen) {
        return jdbc.sql(
                        """
                        with gone as (
                            delete from company c
                            where not exists (select from unnest(cast(? as uuid[])) as s (id) where s.id = c.id)
                            returning c.id
                        ), orphaned as (
                            delete from subscription using gone where subscription.company_id = gone.id
                        )
                        select count(*) from gone
                        """)
                .param(Ids.array(seen))
                .query(Long.class)
                .single();
    }

    private static Function<PartnerCompany, @Nullable String> address(Function<Address, @Nullable String> part) {
        return company -> company.address() == null ? null : part.apply(company.address());
    }
}
