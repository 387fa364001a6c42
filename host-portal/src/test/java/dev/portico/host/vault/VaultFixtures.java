package dev.portico.host.vault;

import dev.portico.api.Secret;
import dev.portico.host.database.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Vaults for tests. */
final class VaultFixtures {

    static final Secret TOKEN = Secret.of("refresh-token-0815");

    private VaultFixtures() {}

    /** Opens the vault as a start of the portal does. */
    static VaultService open(TestDatabase database, Path keyFile, boolean rotate) {
        DataSource dataSource = database.dataSource();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        return new VaultService(jdbc, new VaultOpening(jdbc, transactions, new KeyFile(keyFile)).open(rotate));
    }
}
