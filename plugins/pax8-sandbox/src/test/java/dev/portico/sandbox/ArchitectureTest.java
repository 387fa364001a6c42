package dev.portico.sandbox;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.portico.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresDoNotDependOnEachOtherInCircles = slices().matching("dev.portico.sandbox.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theSandboxKnowsNothingOfThePortal = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("dev.portico.api..", "dev.portico.host..", "dev.portico.pax8..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().should().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(java.time.LocalDate.class, "now");
}
