package dev.portico.api.host;

import java.time.Duration;
import org.springframework.web.client.RestClient;

/** Makes HTTP clients that talk only to the hosts the plugin declared and never follow redirects elsewhere. */
public interface HttpClients {

    /**
     * A builder of clients.
     *
     * @param connectTimeout most time to connect
     * @param readTimeout most time to wait for an answer
     */
    RestClient.Builder restClient(Duration connectTimeout, Duration readTimeout);
}
