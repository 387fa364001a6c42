package dev.portico.sandbox.faults;

import dev.portico.sandbox.behaviour.Switches;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import java.time.Clock;

/** Puts the journal and the faults in front of everything else. */
@Configuration(proxyBeanMethods = false)
class FaultsConfiguration {

    private static final String[] WATCHED = {"/v1/*", "/oauth/*", "/authorize"};

    @Bean
    FilterRegistrationBean<JournalFilter> journalFilter(Journal journal, Clock clock) {
        FilterRegistrationBean<JournalFilter> bean = new FilterRegistrationBean<>(new JournalFilter(journal, clock));
        bean.addUrlPatterns(WATCHED);
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return bean;
    }

    @Bean
    FilterRegistrationBean<FaultFilter> faultFilter(Faults faults, Switches switches) {
        FilterRegistrationBean<FaultFilter> bean = new FilterRegistrationBean<>(new FaultFilter(faults, switches));
        bean.addUrlPatterns(WATCHED);
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return bean;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door() {
        return factory -> factory.addEngineValves(new Connection.Door());
    }
}
