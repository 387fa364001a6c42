package dev.portico.example;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.portico.api.kit.AuthoringRules;

/** The plugin's code can be unloaded and leaves the portal in charge. */
@AnalyzeClasses(packagesOf = ExamplePlugin.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ExampleRulesTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(AuthoringRules.class);
}
