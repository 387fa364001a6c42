package dev.portico.host.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.Secret;
import dev.portico.host.database.TestDatabase;
import dev.portico.host.limits.RateLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The vault and the budgets as Spring puts them together, on an empty database. */
class VaultStartTest {

    @TempDir
    Path temp;

    private ApplicationContextRunner portal() {
        TestDatabase database = TestDatabase.fresh();
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        FlywayAutoConfiguration.class))
                .withUserConfiguration(VaultConfiguration.class, VaultService.class, RateLimits.class)
                .withPropertyValues(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password(),
                        "spring.flyway.locations=classpath:db/portal",
                        "spring.flyway.schemas=portal",
                        "spring.flyway.default-schema=portal",
                        "portico.data-folder=" + temp);
    }

    @Test
    void opensAfterTheTablesAreThereAndKeepsItsKeysInTheDataFolder() {
        portal().run(context -> {
            assertThat(context).hasNotFailed();
            context.getBean(RateLimits.class).forOwner("pax8").acquire("api", 10, Duration.ofMinutes(1));
            var vault = context.getBean(VaultService.class).forOwner("pax8");
            vault.put("token", Secret.of("0815"));

            assertThat(vault.find("token")).contains(Secret.of("0815"));
            assertThat(temp.resolve("vault/keyset.json")).exists();
        });
    }

    @Test
    void stopsThePortalWhenItsKeysAreGone() throws Exception {
        ApplicationContextRunner portal = portal();
        portal.run(context -> assertThat(context).hasNotFailed());
        Files.delete(temp.resolve("vault/keyset.json"));

        portal.run(context -> assertThat(context)
                .getFailure()
                .hasRootCauseInstanceOf(VaultStartException.class)
                .rootCause()
                .hasMessageContaining("keyset.json"));
    }

    @Test
    void findsItsKeysWhereTheSettingSaysAndRotatesThemWhenAsked() {
        ApplicationContextRunner portal =
                portal().withPropertyValues("portico.vault.keyset-file=" + temp.resolve("mounted.json"));
        portal.run(context -> context.getBean(VaultService.class).forOwner("pax8").put("token", Secret.of("0815")));
        long before = temp.resolve("mounted.json").toFile().length();

        portal.withPropertyValues("portico.vault.rotate-on-start=true").run(context -> assertThat(
                        context.getBean(VaultService.class).forOwner("pax8").find("token"))
                .contains(Secret.of("0815")));

        assertThat(temp.resolve("mounted.json").toFile().length()).isGreaterThan(before);
        assertThat(temp.resolve("vault")).doesNotExist();
    }
}
