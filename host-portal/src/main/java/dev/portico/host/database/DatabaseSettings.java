package dev.portico.host.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the embedded database; without meaning when {@code spring.datasource.url} is set.
 *
 * @param port on 127.0.0.1; 0 takes a free one at each start
 * @param startTimeout how long PostgreSQL may take to start, including its recovery after a crash
 * @param stopTimeout how long PostgreSQL may take to stop before its connections are cut
 * @param binariesFolder where PostgreSQL is unpacked, the data folder by default
 * @param firstStartSpace free disk space without which a new database is not created
 * @param parameters further parameters of the server, such as {@code shared_buffers}
 */
@ConfigurationProperties("portico.database")
record DatabaseSettings(
        @DefaultValue("0") int port,
        @DefaultValue("60s") Duration startTimeout,
        @DefaultValue("60s") Duration stopTimeout,
        @Nullable String binariesFolder,
        @DefaultValue("256MB") DataSize firstStartSpace,
        @DefaultValue Map<String, String> parameters) {

    Path binariesFolderOr(Path dataFolder) {
        return binariesFolder == null
                ? dataFolder
                : Path.of(binariesFolder).toAbsolutePath().normalize();
    }
}
