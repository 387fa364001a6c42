package dev.portico.host.security;

import dev.portico.host.TestFolder;
import dev.portico.host.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** A test in the whole portal, on a real port and a real database, without background jobs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PortalTest.OwnDatabase.class)
public @interface PortalTest {

    /** Gives the portal a database and a data folder of its own. */
    class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase database = TestDatabase.migrated();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test",
                            Map.of(
                                    "spring.datasource.url", database.jdbcUrl(),
                                    "spring.datasource.username", database.username(),
                                    "spring.datasource.password", database.password(),
                                    "spring.datasource.hikari.maximum-pool-size", "6",
                                    "portico.data-folder", TestFolder.create("portico-test").toString(),
                                    "jobrunr.database.type", "mem",
                                    "jobrunr.background-job-server.enabled", "false",
                                    "logging.level.org.atmosphere", "warn")));
        }
    }
}
