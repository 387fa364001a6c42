package dev.portico.api.kit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveRawType;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.web.client.RestClient;

/**
 * What the main code of a plugin keeps to, so that it can be unloaded and the portal stays in charge. The portal checks
 * most of it once more when the jar is installed, and refuses the jar.
 *
 * <p>Use: {@code @ArchTest static final ArchTests rules = ArchTests.in(AuthoringRules.class);} in a test with
 * {@code @AnalyzeClasses}. The rules find mistakes, not malice: code that reflects can evade them.
 */
public final class AuthoringRules {

    private static final Set<String> MAKE_THREADS =
            Set.of("<init>", "start", "ofVirtual", "ofPlatform", "startVirtualThread");

    @ArchTest
    public static final ArchRule knowsNothingOfThePortalsInside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.portico.host..")
            .because("a plugin sees only dev.portico.api; the portal hides its own classes from it");

    @ArchTest
    public static final ArchRule composesAndDoesNotSubclassComponents = noClasses()
            .should()
            .beAssignableTo(Component.class)
            .because("Vaadin keeps every component class it has seen, and with it all classes of the plugin: compose"
                    + " Vaadin's own components in a class of your own");

    @ArchTest
    public static final ArchRule leavesRoutesToThePortal = noClasses()
            .should()
            .beAnnotatedWith(Route.class)
            .orShould()
            .beAnnotatedWith(RouteAlias.class)
            .orShould()
            .beAnnotatedWith(Layout.class)
            .because("the portal owns all routes: declare a ScreenDeclaration");

    @ArchTest
    public static final ArchRule bringsNoFrontEnd = noClasses()
            .should()
            .beAnnotatedWith(JsModule.class)
            .orShould()
            .beAnnotatedWith(JavaScript.class)
            .orShould()
            .beAnnotatedWith(NpmPackage.class)
            .orShould()
            .beAnnotatedWith(CssImport.class)
            .orShould()
            .beAnnotatedWith(StyleSheet.class)
            .because("the portal's front end is built once: use Vaadin's components and the portal's style classes");

    @ArchTest
    public static final ArchRule namesNoTypeToGridsAndBinders = noClasses()
            .should()
            .accessTargetWhere(describe("a Grid or Binder is made for a class", AuthoringRules::isMadeForAClass))
            .because("Vaadin keeps what it found out about that class for ever: use new Grid<>() and explicit columns,"
                    + " new Binder<>() and bind(getter, setter)");

    @ArchTest
    public static final ArchRule startsNoThreads = noClasses()
            .should()
            .accessTargetWhere(describe("a thread, timer or pool is made", AuthoringRules::makesThreads))
            .orShould()
            .beAssignableTo(Thread.class)
            .orShould()
            .beAssignableTo(TimerTask.class)
            .because("what runs on a thread of its own goes on after the plugin was stopped: declare a job, and use"
                    + " ScreenContext.every on screens");

    @ArchTest
    public static final ArchRule leavesTheProcessAlone = noClasses()
            .should()
            .accessTargetWhere(describe("the process is ended or hooked", AuthoringRules::touchesTheProcess))
            .because("the process is the portal's: return a JobOutcome or throw, and close things in destroy methods of"
                    + " beans");

    @ArchTest
    public static final ArchRule keepsNoStaticState = fields().that()
            .haveModifier(STATIC)
            .should()
            .haveModifier(FINAL)
            .allowEmptyShould(true)
            .because("state belongs into beans and tables: it goes with the plugin and is the same on all nodes");

    @ArchTest
    public static final ArchRule keepsNoStaticThreadLocals = noFields()
            .that()
            .haveModifier(STATIC)
            .should(haveRawType(
                    assignableTo(ThreadLocal.class)))
            .allowEmptyShould(true)
            .because("the portal's threads live longer than the plugin and would hold its values");

    @ArchTest
    public static final ArchRule callsTheOutsideThroughThePortal = noClasses()
            .should()
            .accessTargetWhere(describe("a connection is made past the portal", AuthoringRules::connectsPastThePortal))
            .because("only clients of dev.portico.api.host.HttpClients keep to the declared hosts and end with the plugin");

    private AuthoringRules() {}

    private static boolean isMadeForAClass(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return access.getName().equals("<init>")
                && (owner.isAssignableTo(Grid.class) || owner.isAssignableTo(Binder.class))
                && access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().stream()
                        .findFirst()
                        .filter(first -> first.isEquivalentTo(Class.class))
                        .isPresent();
    }

    private static boolean makesThreads(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        if (owner.isAssignableTo(Thread.class)) {
            return MAKE_THREADS.contains(name);
        }
        if (owner.isAssignableTo(CompletionStage.class)) {
            return name.endsWith("Async")
                    && access instanceof JavaCodeUnitAccess<?> call
                    && call.getTarget().getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Executor.class));
        }
        return owner.isEquivalentTo(Executors.class) && (name.startsWith("new") || name.endsWith("ThreadFactory"))
                || owner.isAssignableTo(Timer.class) && name.equals("<init>")
                || owner.isAssignableTo(ThreadPoolExecutor.class) && name.equals("<init>")
                || owner.isAssignableTo(ForkJoinPool.class) && (name.equals("<init>") || name.equals("commonPool"));
    }

    private static boolean touchesTheProcess(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(System.class) && access.getName().equals("exit")
                || owner.isEquivalentTo(Runtime.class)
                        && Set.of("exit", "halt", "addShutdownHook").contains(access.getName());
    }

    private static boolean connectsPastThePortal(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return owner.isAssignableTo(HttpClient.class) && name.startsWith("new")
                || owner.isEquivalentTo(URL.class) && (name.startsWith("open") || name.equals("getContent"))
                || owner.isAssignableTo(HttpURLConnection.class)
                || owner.isAssignableTo(Socket.class) && name.equals("<init>")
                || owner.isAssignableTo(ServerSocket.class) && name.equals("<init>")
                || owner.isEquivalentTo(RestClient.class) && (name.equals("create") || name.equals("builder"));
    }
}
