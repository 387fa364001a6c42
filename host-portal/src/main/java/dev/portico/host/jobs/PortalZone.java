package dev.portico.host.jobs;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the portal keeps its time.
 *
 * @param timeZone such as {@code Europe/Berlin}; unset, the operating system's
 */
@ConfigurationProperties("portico")
record PortalZone(@Nullable ZoneId timeZone) {

    ZoneId zone() {
        return timeZone == null ? ZoneId.systemDefault() : timeZone;
    }
}
