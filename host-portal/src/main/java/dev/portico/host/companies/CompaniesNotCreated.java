package dev.portico.host.companies;

/** The companies asked for cannot be created; the caller must choose other names or values. */
public class CompaniesNotCreated extends RuntimeException {

    CompaniesNotCreated(String message) {
        super(message);
    }
}
