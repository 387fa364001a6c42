package dev.portico.sandbox.control;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Guards the control endpoints. */
@Configuration(proxyBeanMethods = false)
class ControlConfiguration {

    @Bean
    FilterRegistrationBean<LoopbackOnly> loopbackOnly() {
        FilterRegistrationBean<LoopbackOnly> bean = new FilterRegistrationBean<>(new LoopbackOnly());
        bean.addUrlPatterns("/control", "/control/*", "");
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return bean;
    }
}
