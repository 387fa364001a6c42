package dev.portico.pax8;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.portico.api.kit.AuthoringRules;
import dev.portico.host.architecture.HouseRules;
import dev.portico.host.architecture.TextKeys;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a plugin must keep to, so that it can be unloaded and the portal stays in charge of its screens. */
@AnalyzeClasses(packages = "dev.portico.pax8", importOptions = ImportOption.DoNotIncludeTests.class)
class PluginRulesTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Path BUNDLE = Path.of("src/main/resources/META-INF/portico/messages.properties");

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests authoring = ArchTests.in(AuthoringRules.class);

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.portico.pax8.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rulesOfLicensingAreFunctionsOfTheirArguments = classes()
            .that()
            .resideInAPackage("dev.portico.pax8.licensing.rules")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.portico.pax8.licensing.rules", "java.lang..", "java.math", "java.time..", "java.util..", "org.jspecify.annotations")
            .because("a decision about money is tested over its whole space only if nothing else decides with it");

    @Test
    void hasEveryTextThatTheCodeNames() throws IOException {
        assertThat(TextKeys.ofBundle(BUNDLE)).containsAll(TextKeys.below(CODE).asked());
    }

    @Test
    void hasNoTextThatTheCodeDoesNotName() throws IOException {
        assertThat(TextKeys.below(CODE).notNamed(TextKeys.ofBundle(BUNDLE))).isEmpty();
    }
}
