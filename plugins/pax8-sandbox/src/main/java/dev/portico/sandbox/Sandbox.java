package dev.portico.sandbox;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Pax8 sandbox. */
@SpringBootApplication
public class Sandbox {

    /** Starts the sandbox. */
    public static void main(String[] args) {
        SpringApplication.run(Sandbox.class, args);
    }
}
