package dev.portico.host.plugins.packages;

import java.util.List;
import java.util.stream.Collectors;

/** A package may not be installed or loaded; all findings that could be made are here, each with its remedy. */
public final class PackageRefused extends RuntimeException {

    private final transient List<Finding> findings;

    PackageRefused(List<Finding> findings) {
        super(findings.stream().map(it -> it.text() + " " + it.remedy()).collect(Collectors.joining(" ")));
        this.findings = List.copyOf(findings);
    }

    PackageRefused(Finding finding) {
        this(List.of(finding));
    }

    /** At least one. */
    public List<Finding> findings() {
        return findings;
    }
}
