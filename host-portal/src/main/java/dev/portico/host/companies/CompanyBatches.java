package dev.portico.host.companies;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes many companies in one statement. */
@Component
class CompanyBatches {

    private final JdbcClient jdbc;
    private final Clock clock;

    CompanyBatches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Inserts those whose name is free and returns them in the given order. */
    List<Company> insert(List<CompanyInput> inputs) {
        Instant now = clock.instant();
        List<Company> wanted =
                inputs.stream().map(input -> Company.create(input, now)).toList();
        Set<UUID> inserted = new HashSet<>(jdbc.sql("""
                        insert into portal.company (id, name, city, country, website, created_at, changed_at)
                        select cast(id as uuid), name, city, country, website, :now, :now
                        from unnest(:ids, :names, :cities, :countries, :websites)
                            as given (id, name, city, country, website)
                        on conflict do nothing
                        returning id
                        """)
                .param("now", Timestamp.from(now))
                .param("ids", column(wanted, company -> company.id().toString()))
                .param("names", column(wanted, Company::name))
                .param("cities", column(wanted, Company::city))
                .param("countries", column(wanted, Company::country))
                .param("websites", column(wanted, Company::website))
                .query(UUID.class)
                .list());
        List<Company> kept = new ArrayList<>(wanted);
        kept.removeIf(company -> !inserted.contains(company.id()));
        return List.copyOf(kept);
    }

    private static String[] column(List<Company> companies, Function<Company, String> value) {
        return companies.stream().map(value).toArray(String[]::new);
    }
}
