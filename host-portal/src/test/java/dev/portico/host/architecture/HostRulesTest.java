package dev.portico.host.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.host.security.RequiresPermission;
import jakarta.annotation.security.PermitAll;

/** The portal's own boundaries. */
@AnalyzeClasses(packages = "dev.portico.host", importOptions = ImportOption.DoNotIncludeTests.class)
class HostRulesTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule namesNoPlugin = noClasses()
            .should()
            .dependOnClassesThat(are(resideInAPackage("dev.portico.."))
                    .and(resideInAPackage("dev.portico.host..").negate())
                    .and(resideInAPackage("dev.portico.api..").negate()))
            .because("arrows run from plugins to the API and from the host to the API");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.portico.host.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule viewsSayWhoMayOpenThem = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAnnotatedWith(RequiresPermission.class)
            .orShould()
            .beAnnotatedWith(AnonymousAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule jobRunrStaysInJobs = noClasses()
            .that()
            .resideOutsideOfPackage("dev.portico.host.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jobrunr..");

    @ArchTest
    static final ArchRule pf4jStaysInPlugins = noClasses()
            .that()
            .resideOutsideOfPackage("dev.portico.host.plugins..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pf4j..");
}
