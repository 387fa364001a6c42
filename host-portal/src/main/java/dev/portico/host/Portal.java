package dev.portico.host;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The host portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Portal {

    /** Starts the portal. */
    public static void main(String[] args) {
        SpringApplication.run(Portal.class, args);
    }
}
