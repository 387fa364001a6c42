package dev.portico.host.security.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo profile.
 *
 * @param clientCompany text in the name of the company that client@example.com belongs to; the first company by name
 *     if empty
 */
@ConfigurationProperties("portico.demo")
record DemoSettings(@DefaultValue("") String clientCompany) {}
