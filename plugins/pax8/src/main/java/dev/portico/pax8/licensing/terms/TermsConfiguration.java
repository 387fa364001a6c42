package dev.portico.pax8.licensing.terms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of commitments and prices. */
@Configuration(proxyBeanMethods = false)
public class TermsConfiguration {

    @Bean
    Commitments commitments() {
        return new Commitments();
    }
}
