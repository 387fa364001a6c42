package dev.portico.sandbox.data;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Run with -Dsandbox.write-demo-files=true to write the files anew after a change of the word lists. */
class DemoFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/demo");

    @Test
    void theDeliveredFilesAreWhatTheGeneratorMakes() throws IOException {
        if (Boolean.getBoolean("sandbox.write-demo-files")) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("portal-companies.csv"), DemoFiles.portalCompanies());
            Files.writeString(FOLDER.resolve("truth.csv"), DemoFiles.truth());
        }
        assertThat(FOLDER.resolve("portal-companies.csv")).content().isEqualTo(DemoFiles.portalCompanies());
        assertThat(FOLDER.resolve("truth.csv")).content().isEqualTo(DemoFiles.truth());
    }

    @Test
    void thePortalHas250CompaniesAndShares220WithPax8() {
        List<String> portal = DemoFiles.portalCompanies().lines().toList();
        assertThat(portal).hasSize(251).doesNotHaveDuplicates();
        assertThat(portal.getFirst()).isEqualTo("name,city,country,website");

        Firms firms = new Firms(Firms.MEDIUM);
        assertThat(firms.atPax8()).hasSize(300);
        assertThat(firms.atPax8().stream().filter(pairing -> pairing.inPortal() != null)).hasSize(220);
        Set<String> portalNames = new HashSet<>(firms.inPortal().stream().map(Firms.Pairing::inPortal).toList());
        assertThat(firms.atPax8().stream().map(Firms.Pairing::inPortal).filter(name -> name != null)).allMatch(portalNames::contains);
    }

    @Test
    void aboutAFifthOfTheSharedNamesIsSpelledAlike() {
        long alike = new Firms(Firms.MEDIUM).inPortal().stream()
                .filter(pairing -> pairing.atPax8() != null && pairing.atPax8().equals(pairing.inPortal())).count();
        assertThat(alike).isBetween(35L, 75L);
    }
}
