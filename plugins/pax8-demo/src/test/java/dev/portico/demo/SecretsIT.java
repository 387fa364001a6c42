package dev.portico.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.demo.fixtures.PortalDatabase;
import dev.portico.demo.fixtures.RunningPortal;
import dev.portico.demo.fixtures.SharedPortal;
import dev.portico.demo.fixtures.TestInstallation;
import dev.portico.demo.fixtures.Visitor;
import dev.portico.demo.fixtures.Wizard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After connecting and syncing, no token and no secret stands in clear in a log, a table or a job. */
@ExtendWith(SharedPortal.class)
class SecretsIT {

    private final RunningPortal portal;
    private final TestInstallation installation;
    private final PortalDatabase database;

    SecretsIT(RunningPortal portal) {
        this.portal = portal;
        installation = portal.installation();
        database = installation.database();
    }

    @Test
    void noTokenAndNoSecretStandsInClear() throws IOException {
        Visitor admin = portal.admin();
        new Wizard(admin).connect().open("companies").awaitCompanies();
        List<String> secrets = secrets();
        assertThat(secrets).as("codes, access and refresh tokens that the sandbox issued").hasSizeGreaterThan(3);

        String log = Files.readString(installation.processes().portal().log());
        for (String secret : secrets) {
            assertThat(log.contains(secret)).as("in the portal's log").isFalse();
        }
        for (String table : tables()) {
            String rows = database.text(
                    "select coalesce(string_agg(t::text, E'\\n'), '') from (select * from " + table + ") t");
            for (String secret : secrets) {
                assertThat(rows.contains(secret)).as("in table " + table).isFalse();
                assertThat(rows.contains(hex(secret))).as("as bytes in table " + table).isFalse();
            }
        }
    }

    @Test
    void theFilesOfTheVaultAndTheDatabaseAreForTheirOwnerOnly() throws IOException {
        for (String file : List.of("vault/keyset.json", "postgres.password")) {
            Path path = installation.dataFolder().resolve(file);
            assertThat(Files.getPosixFilePermissions(path)).as(file).allMatch(it -> it.name().startsWith("OWNER"));
        }
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>(installation.sandbox().issued());
        secrets.add("portico-demo-secret");
        return secrets;
    }

    private List<String> tables() {
        return database.rows("""
                        select format('%I.%I', schemaname, tablename) as name from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """)
                .stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }

    private static String hex(String secret) {
        return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
