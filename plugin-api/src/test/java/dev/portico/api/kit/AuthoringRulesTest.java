package dev.portico.api.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.binder.BeanValidationBinder;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.router.Route;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.client.RestClient;

/** Each rule finds what it forbids and leaves alone what is allowed. */
class AuthoringRulesTest {

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(AuthoringRules.composesAndDoesNotSubclassComponents, OwnComponent.class),
                Arguments.of(AuthoringRules.leavesRoutesToThePortal, OwnRoute.class),
                Arguments.of(AuthoringRules.namesNoTypeToGridsAndBinders, TypedGrid.class),
                Arguments.of(AuthoringRules.namesNoTypeToGridsAndBinders, TypedTreeGrid.class),
                Arguments.of(AuthoringRules.namesNoTypeToGridsAndBinders, TypedBinder.class),
                Arguments.of(AuthoringRules.namesNoTypeToGridsAndBinders, TypedBeanBinder.class),
                Arguments.of(AuthoringRules.namesNoTypeToGridsAndBinders, ReferenceToGrid.class),
                Arguments.of(AuthoringRules.startsNoThreads, OwnThread.class),
                Arguments.of(AuthoringRules.startsNoThreads, VirtualThread.class),
                Arguments.of(AuthoringRules.startsNoThreads, OwnTimer.class),
                Arguments.of(AuthoringRules.startsNoThreads, OwnPool.class),
                Arguments.of(AuthoringRules.startsNoThreads, CommonPool.class),
                Arguments.of(AuthoringRules.leavesTheProcessAlone, Exits.class),
                Arguments.of(AuthoringRules.leavesTheProcessAlone, Hooks.class),
                Arguments.of(AuthoringRules.keepsNoStaticState, StaticState.class),
                Arguments.of(AuthoringRules.keepsNoStaticThreadLocals, StaticThreadLocal.class),
                Arguments.of(AuthoringRules.callsTheOutsideThroughThePortal, OwnHttpClient.class),
                Arguments.of(AuthoringRules.callsTheOutsideThroughThePortal, OwnRestClient.class),
                Arguments.of(AuthoringRules.callsTheOutsideThroughThePortal, OwnUrl.class));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void aViolationIsFoundWithItsReason(ArchRule rule, Class<?> violation) {
        assertThatThrownBy(() -> rule.check(imported(violation)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("because")
                .hasMessageContaining(violation.getSimpleName());
    }

    @Test
    void whatIsAllowedIsLeftAlone() {
        List<ArchRule> rules = Arrays.stream(AuthoringRules.class.getFields())
                .map(AuthoringRulesTest::rule)
                .toList();
        assertThat(rules).hasSize(10);
        JavaClasses allowed = imported(Allowed.class);
        rules.forEach(rule -> assertThatCode(() -> rule.check(allowed)).doesNotThrowAnyException());
    }

    private static ArchRule rule(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JavaClasses imported(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }

    static class OwnComponent extends Div {}

    @Route("own")
    static class OwnRoute {}

    static class TypedGrid {
        Object make() {
            return new Grid<>(String.class, false);
        }
    }

    static class TypedTreeGrid {
        Object make() {
            return new TreeGrid<>(String.class);
        }
    }

    static class TypedBinder {
        Object make() {
            return new Binder<>(String.class);
        }
    }

    static class TypedBeanBinder {
        Object make() {
            return new BeanValidationBinder<>(String.class);
        }
    }

    static class ReferenceToGrid {
        Function<Class<String>, Grid<String>> make() {
            return Grid::new;
        }
    }

    static class OwnThread {
        void run() {
            new Thread(() -> {}).start();
        }
    }

    static class VirtualThread {
        void run() {
            Thread.ofVirtual().start(() -> {});
        }
    }

    static class OwnTimer {
        Object make() {
            return new Timer();
        }
    }

    static class OwnPool {
        Object make() {
            return Executors.newSingleThreadExecutor();
        }
    }

    static class CommonPool {
        Object run() {
            return CompletableFuture.runAsync(() -> {});
        }
    }

    static class Exits {
        void run() {
            System.exit(1);
        }
    }

    static class Hooks {
        void run() {
            Runtime.getRuntime().addShutdownHook(null);
        }
    }

    static class StaticState {
        static int visits;
    }

    static class StaticThreadLocal {
        static final ThreadLocal<String> VALUE = new ThreadLocal<>();
    }

    static class OwnHttpClient {
        Object make() {
            return HttpClient.newHttpClient();
        }
    }

    static class OwnRestClient {
        Object make() {
            return RestClient.create();
        }
    }

    static class OwnUrl {
        Object call() throws Exception {
            return URI.create("https://acme.test").toURL().openStream();
        }
    }

    static class Allowed {
        static final List<String> CONSTANT = List.of();

        Object compose(Executor executor, RestClient.Builder portals) throws InterruptedException {
            new Div().add(new Grid<String>(20));
            new Binder<String>().forField(new TextField());
            Thread.currentThread().interrupt();
            Thread.sleep(0);
            CompletableFuture.runAsync(() -> {}, executor);
            return portals.build();
        }
    }
}
