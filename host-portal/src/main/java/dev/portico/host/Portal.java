package dev.portico.host;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The host portal. */
@SpringBootApplication
public class Portal {

    /** Starts the portal. */
    public static void main(String[] args) {
        SpringApplication.run(Portal.class, args);
    }
}
