package dev.portico.host.jobs;

import com.vaadin.flow.shared.Registration;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.PermissionDenied;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.job.PluginJob;
import dev.portico.host.audit.AuditService;
import dev.portico.host.database.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A portal of nothing but the jobs, on a real database. */
public final class TestPortal implements AutoCloseable {

    private static final AtomicInteger PLUGINS = new AtomicInteger();

    private final ConfigurableApplicationContext context;

    private TestPortal(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestPortal start(TestDatabase database, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "server.shutdown=immediate",
                "spring.flyway.enabled=false",
                "spring.datasource.url=" + database.jdbcUrl(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password(),
                "jobrunr.jobs.retry-back-off-time-seed=1",
                "jobrunr.background-job-server.interrupt-jobs-await-duration-on-stop=PT1S",
                "portico.time-zone=Europe/Berlin",
                "portico.jobs.patience=0s",
                "portico.jobs.start-patience=0s"));
        for (String setting : settings) {
            String key = setting.substring(0, setting.indexOf('=') + 1);
            all.removeIf(each -> each.startsWith(key));
            all.add(setting);
        }
        return new TestPortal(new SpringApplicationBuilder(Application.class)
                .run(all.stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    /** An id that no other test uses. */
    public static String plugin() {
        return "plugin-" + PLUGINS.incrementAndGet();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    public Jobs jobs(String plugin) {
        return bean(PluginJobs.class).forPlugin(plugin);
    }

    public Registration register(String plugin, String job, String cron, PluginJob work) {
        return bean(JobRegistry.class)
                .register(
                        plugin,
                        new JobDeclaration(job, "job." + job, Optional.of(cron).filter(c -> !c.isEmpty()), PluginJob.class),
                        () -> plugin + ": " + job,
                        () -> work);
    }

    public TestUser user() {
        return bean(TestUser.class);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Signed in, and allowed what the test says. */
    public static final class TestUser implements CurrentUser {

        private volatile Set<String> permissions = Set.of("manage_jobs");

        public void allow(String... permissions) {
            this.permissions = Set.of(permissions);
        }

        @Override
        public String name() {
            return "ada@example.com";
        }

        @Override
        public boolean may(String permission) {
            return permissions.contains(permission);
        }

        @Override
        public void require(String permission) {
            if (!may(permission)) {
                throw new PermissionDenied(permission);
            }
        }

        @Override
        public CompanyScope companies() {
            return new CompanyScope.All();
        }

        @Override
        public Optional<UUID> client() {
            return Optional.empty();
        }
    }

    // why no stereotype: the portal's own component scan must not find this
    @EnableAutoConfiguration(
            excludeName = {
                "com.vaadin.flow.spring.SpringBootAutoConfiguration",
                "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                "com.vaadin.flow.spring.VaadinScopesConfig",
                "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
            })
    @ComponentScan("dev.portico.host.jobs")
    @Import(AuditService.class)
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        TestUser testUser() {
            return new TestUser();
        }
    }
}
