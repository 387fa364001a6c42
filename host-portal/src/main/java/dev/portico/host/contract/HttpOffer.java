package dev.portico.host.contract;

import dev.portico.api.host.HttpClients;
import dev.portico.host.plugins.PluginOffer;
import dev.portico.host.plugins.PluginScope;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** HTTP clients that talk only to the hosts a plugin declared. */
@Component
class HttpOffer implements PluginOffer {

    @Override
    public void offer(PluginScope plugin, GenericApplicationContext context) {
        Set<String> hosts = plugin.plugin().hosts(plugin.settings());
        context.registerBean(HttpClients.class, () -> (connectTimeout, readTimeout) -> {
            HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(connectTimeout)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            plugin.whenGone().add("HTTP client", client::shutdownNow);
            return builder(client, readTimeout, only(hosts));
        });
    }

    private static RestClient.Builder builder(
            HttpClient client, Duration readTimeout, ClientHttpRequestInterceptor interceptor) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(readTimeout);
        return RestClient.builder().requestFactory(factory).requestInterceptor(interceptor);
    }

    private static ClientHttpRequestInterceptor only(Set<String> hosts) {
        return (request, body, execution) -> {
            String host = request.getURI().getHost();
            if (!hosts.contains(host)) {
                throw new IOException("The plugin did not declare that it talks to " + host);
            }
            return execution.execute(request, body);
        };
    }
}
