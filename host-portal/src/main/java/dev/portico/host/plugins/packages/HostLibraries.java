package dev.portico.host.plugins.packages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Packages that plugins get from the portal, so that a plugin's package must not bring its own copy. */
public final class HostLibraries {

    /** Prefixes of the names of classes that plugin and portal must have in common. */
    public static final List<String> SHARED = List.of(
            "dev.portico.api.", "jakarta.", "javax.", "org.springframework.", "com.vaadin.", "org.jobrunr.", "org.slf4j.",
            "tools.jackson.", "com.fasterxml.jackson.", "org.jspecify.", "org.flywaydb.", "org.postgresql.");

    /** Belong to the portal, to PF4J and to Java; a plugin's copy would not be loaded or would break the loading. */
    private static final List<String> RESERVED = List.of("dev.portico.host.", "org.pf4j.", "java.");

    private HostLibraries() {}

    /** The prefix that a class of a package falls under, if it must not be packed. */
    static Optional<String> packedBy(String className) {
        return Stream.concat(SHARED.stream(), RESERVED.stream())
                .filter(className::startsWith)
                .findFirst();
    }
}
