package dev.portico.host.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A bean that adds to the portal's one security filter chain. */
@FunctionalInterface
public interface SecurityContribution {

    /** Called once, after the portal's own rules for addresses and before Vaadin's. */
    void contribute(HttpSecurity http) throws Exception;
}
