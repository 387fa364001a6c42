package dev.portico.host.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The folder in which the portal keeps what must survive a restart; setting {@code portico.data-folder}.
 *
 * <p>why a String: Spring would look up a Path on the class path first.
 *
 * @param dataFolder as configured, relative to the working directory unless absolute
 */
@ConfigurationProperties("portico")
public record DataFolder(@DefaultValue("data") String dataFolder) {

    /** The absolute path of the folder; it need not exist yet. */
    public Path path() {
        return Path.of(dataFolder).toAbsolutePath().normalize();
    }
}
