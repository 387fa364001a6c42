package dev.portico.host.companies;

import dev.portico.host.security.PortalTest;
import dev.portico.host.security.TestPeople;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services of companies in a portal that has none yet. */
@PortalTest
abstract class CompaniesUnderTest {

    static final CompanyFilter ALL = new CompanyFilter("", List.of());

    @Autowired
    CompanyService service;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext portal;

    TestPeople people;

    @BeforeEach
    void emptyPortal() {
        people = new TestPeople(portal).reset();
    }

    @AfterEach
    void signOut() {
        TestPeople.signOut();
    }

    static CompanyInput input(String name, String city, String country) {
        return new CompanyInput(name, city, country, "");
    }

    static CsvReading.Read read(String file) {
        return (CsvReading.Read) CsvReader.read(file.getBytes(StandardCharsets.UTF_8));
    }

    List<String> recorded() {
        return jdbc.sql("select actor || ' ' || action || ' ' || subject from portal.audit_entry")
                .query(String.class)
                .list();
    }
}
