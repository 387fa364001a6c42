package dev.portico.host.screens;

import java.util.concurrent.Executors;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives each request a platform thread of its own. Pages of plugins are built on it: on a virtual thread, as many of
 * them that compute without end as the machine has processors would stop every other request; on a thread of a pool,
 * what they leave in thread locals would keep their classes.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // why: after Spring Boot, which sets virtual threads
class RequestThreads implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addProtocolHandlerCustomizers(handler -> handler.setExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("request-", 0).factory())));
    }
}
