package dev.portico.host.security.people;

import dev.portico.api.host.Companies;
import dev.portico.host.security.Acting;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The people of the demo. They exist in the demo profile only, since their password is known to everybody. */
@Component
@Profile("demo")
@Order(20)
@EnableConfigurationProperties(DemoSettings.class)
class DemoUsers implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoUsers.class);
    private static final String PASSWORD = "portico-demo";

    private final UserService users;
    private final Companies companies;
    private final DemoSettings settings;

    DemoUsers(UserService users, Companies companies, DemoSettings settings) {
        this.users = users;
        this.companies = companies;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (users.nobodyExists()) {
            Acting.asSystem(this::create);
        }
    }

    private void create() {
        users.create(new NewUser(
                "admin@example.com",
                "Dana Reyes",
                PASSWORD,
                new NewUser.Reach.Everything(),
                Set.of(UserService.PRIMARY_ADMIN)));
        var staff = users.createRole("Staff", Set.of("read_companies", "read_licensing", "write_licensing"));
        users.create(new NewUser(
                "staff@example.com", "Sam Okafor", PASSWORD, new NewUser.Reach.Everything(), Set.of(staff)));
        var client = users.createRole("Client", Set.of("read_licensing", "write_licensing"));
        companies.search(settings.clientCompany(), 0, 1).stream()
                .findFirst()
                .ifPresentOrElse(
                        company -> users.create(new NewUser(
                                "client@example.com",
                                "Chris Lind",
                                PASSWORD,
                                new NewUser.Reach.ClientOf(company.id()),
                                Set.of(client))),
                        () -> LOG.warn("client@example.com was not created: there is no demo company to belong to"));
    }
}
