package dev.portico.pax8;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a plugin must keep to, so that it can be unloaded and the portal stays in charge of its screens. */
@AnalyzeClasses(packages = "dev.portico.pax8", importOptions = ImportOption.DoNotIncludeTests.class)
class PluginRulesTest {

    private static final Pattern LITERAL_KEY = Pattern.compile("\\bmessages\\s*\\.text\\(\\s*\"([a-z][a-z0-9.-]*[a-z0-9])\"\\s*[,)]");

    @ArchTest
    static final ArchRule knowsNothingOfTheHost =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.portico.host..");

    @ArchTest
    static final ArchRule composesAndDoesNotSubclassComponents =
            noClasses().should().beAssignableTo(Component.class);

    @ArchTest
    static final ArchRule leavesRoutesToTheHost = noClasses().should().beAnnotatedWith(Route.class);

    @ArchTest
    static final ArchRule namesNoTypeToGrids = noClasses().should().callConstructor(Grid.class, Class.class);

    @ArchTest
    static final ArchRule namesNoTypeToBinders = noClasses().should().callConstructor(Binder.class, Class.class);

    @ArchTest
    static final ArchRule startsNoThreads = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould()
            .callMethod(Thread.class, "start");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.portico.pax8.(*)..").should().beFreeOfCycles();

    @Test
    void hasEveryTextThatTheCodeNames() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                Matcher key = LITERAL_KEY.matcher(Files.readString(source));
                while (key.find()) {
                    named.add(key.group(1));
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(ResourceBundle.getBundle("META-INF.portico.messages").keySet()).containsAll(named);
    }
}
