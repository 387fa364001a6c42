package dev.portico.host.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.portico.api.Secret;

/** The plugin API is a contract and nothing else. */
@AnalyzeClasses(
        packages = "dev.portico.api",
        importOptions = {ImportOption.DoNotIncludeTests.class, ApiRulesTest.WithoutAuthorKit.class})
class ApiRulesTest {

    /** The author's kit is a test-jar; in a whole build it lies there packed. */
    static final class WithoutAuthorKit implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule knowsNeitherSide = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "belong to the portal or a plugin",
                    type -> type.getPackageName().startsWith("dev.portico.")
                            && !type.getPackageName().startsWith("dev.portico.api")));

    @ArchTest
    static final ArchRule holdsNoImplementation = classes()
            .should(be(describe("interfaces, records, enums, exceptions or Secret", ApiRulesTest::isContract)))
            .because("what does something belongs to the portal");

    @ArchTest
    static final ArchRule partsHaveNoCycles =
            slices().matching("dev.portico.api.(*)..").should().beFreeOfCycles();

    private static boolean isContract(JavaClass type) {
        return type.isInterface()
                || type.isRecord()
                || type.isEnum()
                || type.isAssignableTo(RuntimeException.class)
                || type.isEquivalentTo(Secret.class);
    }
}
