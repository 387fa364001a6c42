package dev.portico.host.companies;

import dev.portico.host.security.Acting;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Gives the demo its companies, at the first start only, through the same import people use. */
@Component
@Profile("demo")
@Order(10)
class DemoCompanies implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompanies.class);
    private static final String FILE = "demo/companies.csv";

    private final CompanyImport companyImport;
    private final HostCompanies companies;

    DemoCompanies(CompanyImport companyImport, HostCompanies companies) {
        this.companyImport = companyImport;
        this.companies = companies;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        Acting.asSystem(() -> {
            if (companies.count() == 0) {
                load();
            }
            return true;
        });
    }

    private void load() throws IOException {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            switch (CsvReader.read(file.readAllBytes())) {
                case CsvReading.Read read -> {
                    CompanyImport.Report report = companyImport.run(FILE, companyImport.preview(read));
                    LOG.info("The demo has {} companies", report.added());
                }
                case CsvReading.Unreadable unreadable ->
                    throw new IllegalStateException(
                            FILE + " cannot be read: " + unreadable.problem().key());
            }
        }
    }
}
