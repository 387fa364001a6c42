package dev.portico.host.vault;

import dev.portico.host.database.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the vault while the portal starts, so that wrong keys stop it at once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataFolder.class, VaultSettings.class})
class VaultConfiguration {

    @Bean
    KeyRing vaultKeyRing(
            JdbcClient jdbc, PlatformTransactionManager transactions, DataFolder folder, VaultSettings settings) {
        KeyFile file = new KeyFile(settings.keysetFileIn(folder.path()));
        return new VaultOpening(jdbc, new TransactionTemplate(transactions), file).open(settings.rotateOnStart());
    }
}
