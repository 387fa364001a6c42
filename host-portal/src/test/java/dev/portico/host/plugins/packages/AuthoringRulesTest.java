package dev.portico.host.plugins.packages;

import static dev.portico.host.plugins.PluginJarBuilder.aPlugin;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static dev.portico.host.plugins.packages.JarBytes.WORKING;
import static dev.portico.host.plugins.packages.JarBytes.working;
import static dev.portico.host.plugins.packages.Refusals.CHECK;
import static dev.portico.host.plugins.packages.Refusals.assertThatRulesOf;
import static dev.portico.host.plugins.packages.Refusals.findingsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.portico.host.plugins.PluginJarBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthoringRulesTest {

    private static final String IMPORTS = """
            package test;
            import com.vaadin.flow.component.*;
            import com.vaadin.flow.component.dependency.*;
            import com.vaadin.flow.component.grid.Grid;
            import com.vaadin.flow.component.html.Div;
            import com.vaadin.flow.component.treegrid.TreeGrid;
            import com.vaadin.flow.data.binder.*;
            import com.vaadin.flow.router.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            """;

    /** All of them compiled at once, each in a package of its own; the compiler is what takes the time. */
    private static final Map<String, byte[]> COMPILED = compile(breaches());

    private record Breach(Rule rule, String source, String place) {}

    static IntStream breachNumbers() {
        return IntStream.range(0, breaches().size());
    }

    private static List<Breach> breaches() {
        return List.of(
                breach(Rule.COMPONENT, "class Bad extends Div {}", "test.Bad"),
                breach(Rule.COMPONENT, "class Bad { Object o() { return new Div() {}; } }", "test.Bad$1"),
                breach(Rule.COMPONENT, "class Bad extends Middle {} class Middle extends Composite<Div> {}", "test.Bad"),
                in(Rule.GRID, "new Grid<>(String.class)"),
                in(Rule.GRID, "new Grid<>(String.class, false)"),
                in(Rule.GRID, "new TreeGrid<>(String.class)"),
                in(Rule.GRID, "((Function<Class<String>, Grid<String>>) Grid::new).apply(String.class)"),
                in(Rule.BINDER, "new Binder<>(String.class)"),
                in(Rule.BINDER, "new Binder<>(String.class, false)"),
                in(Rule.BINDER, "new BeanValidationBinder<>(String.class)"),
                breach(
                        Rule.BINDER,
                        "class Bad extends Binder<String> { Bad() { super(String.class); } }",
                        "test.Bad.<init>"),
                breach(Rule.ROUTE, "@Route(\"bad\") class Bad {}", "test.Bad"),
                breach(Rule.ROUTE, "@RouteAlias(\"a\") @RouteAlias(\"b\") class Bad {}", "test.Bad"),
                breach(Rule.ROUTE, "@Layout class Bad {}", "test.Bad"),
                breach(Rule.FRONT_END, "@JsModule(\"a\") class Bad {}", "test.Bad"),
                breach(Rule.FRONT_END, "@JsModule(\"a\") @JsModule(\"b\") class Bad {}", "test.Bad"),
                breach(Rule.FRONT_END, "@CssImport(\"a\") class Bad {}", "test.Bad"),
                breach(Rule.FRONT_END, "@NpmPackage(value = \"a\", version = \"1\") class Bad {}", "test.Bad"),
                breach(Rule.FRONT_END, "@JavaScript(\"a\") class Bad {}", "test.Bad"),
                breach(Rule.FRONT_END, "@StyleSheet(\"a\") class Bad {}", "test.Bad"),
                in(Rule.THREAD, "new Thread(() -> {})"),
                in(Rule.THREAD, "Thread.ofVirtual()"),
                in(Rule.THREAD, "Thread.ofPlatform()"),
                in(Rule.THREAD, "Thread.startVirtualThread(() -> {})"),
                in(Rule.THREAD, "((Function<Runnable, Thread>) Thread::new).apply(null)"),
                breach(Rule.THREAD, "class Bad { void bad(Thread it) { it.start(); } }", "test.Bad.bad"),
                breach(Rule.TIMER, "abstract class Bad extends TimerTask {}", "test.Bad"),
                in(Rule.TIMER, "new Timer(true)"),
                in(Rule.POOL, "Executors.newFixedThreadPool(1)"),
                in(Rule.POOL, "Executors.newVirtualThreadPerTaskExecutor()"),
                in(Rule.POOL, "Executors.defaultThreadFactory()"),
                in(Rule.POOL, "new ThreadPoolExecutor(1, 1, 1, TimeUnit.DAYS, new SynchronousQueue<>())"),
                in(Rule.POOL, "new ScheduledThreadPoolExecutor(1)"),
                in(Rule.POOL, "new ForkJoinPool(1)"),
                in(Rule.ASYNC, "ForkJoinPool.commonPool()"),
                in(Rule.ASYNC, "CompletableFuture.supplyAsync(() -> 1)"),
                in(Rule.ASYNC, "new CompletableFuture<String>().thenApplyAsync(it -> it)"),
                in(Rule.ASYNC, "((CompletionStage<String>) null).thenAcceptAsync(it -> {})"),
                breach(
                        Rule.ASYNC,
                        "class Bad extends CompletableFuture<String> { void bad() { thenRunAsync(() -> {}); } }",
                        "test.Bad.bad"),
                breach(
                        Rule.SHUTDOWN_HOOK,
                        "class Bad { void bad() { Runtime.getRuntime().addShutdownHook(null); } }",
                        "test.Bad.bad"),
                breach(Rule.EXIT, "class Bad { void bad() { System.exit(1); } }", "test.Bad.bad"),
                breach(Rule.EXIT, "class Bad { void bad() { Runtime.getRuntime().exit(1); } }", "test.Bad.bad"),
                breach(Rule.EXIT, "class Bad { void bad() { Runtime.getRuntime().halt(1); } }", "test.Bad.bad"),
                breach(Rule.EXIT, "class Bad { IntConsumer bad() { return System::exit; } }", "test.Bad.bad"));
    }

    @ParameterizedTest
    @MethodSource("breachNumbers")
    void refusesWhatAPluginMustNotDoAndSaysWhere(int number) {
        Breach breach = breaches().get(number);
        byte[] jar = working(entries -> COMPILED.forEach((name, type) -> {
            if (name.startsWith("bad" + number + "/")) {
                entries.put(name, type);
            }
        }));

        assertThat(findingsOf(jar)).as(breach.source).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(breach.rule);
            assertThat(finding.details().getFirst().toString().split(", ")).contains(breach.place.formatted(number));
            assertThat(finding.text()).contains(breach.place.formatted(number));
        });
    }

    @Test
    void acceptsWhatOnlyLooksLikeIt() {
        String source = """
                public class Good {
                    Grid<String> grid = new Grid<>();
                    TreeGrid<String> tree = new TreeGrid<>();
                    Binder<String> binder = new Binder<>();
                    Object future = CompletableFuture.supplyAsync(() -> 1, Runnable::run).thenApply(it -> it);
                    Class<?> type = Route.class;
                    void pause() throws InterruptedException { Thread.sleep(1); Thread.currentThread().interrupt(); }
                    static class Made { Made(Class<?> type) { } Object start() { return new Made(type()); }
                        Class<?> type() { return Thread.class; } void exit() { } void newThread() { } }
                }
                """;

        assertThatCode(() -> CHECK.check(aWorkingPlugin("things")
                        .source("test.Good", IMPORTS + source)
                        .build()))
                .doesNotThrowAnyException();
    }

    @Test
    void namesEachLambdaAfterTheMethodItStandsIn() {
        String source = "class Bad { Runnable bad() { return () -> { Runnable r = () -> System.exit(1); r.run(); }; } }";

        assertThat(findingsOf(aWorkingPlugin("things").source("test.Bad", IMPORTS + source).build()))
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("test.Bad.bad");
    }

    @Test
    void makesOneFindingOfManyPlaces() {
        StringBuilder source = new StringBuilder(IMPORTS).append("class Bad {");
        IntStream.range(0, 9).forEach(i -> source.append("void bad%d() { System.exit(1); }".formatted(i)));

        assertThat(findingsOf(aWorkingPlugin("things").source("test.Bad", source + "}").build()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.details()).endsWith(9))
                .extracting(Finding::text)
                .asString()
                .contains("test.Bad.bad0, test.Bad.bad1, test.Bad.bad2, test.Bad.bad3, …");
    }

    @Test
    void looksAtClassesThatOnlyNewerJavaSees() {
        byte[] bad = JarBytes.entries(aWorkingPlugin("things")
                        .source("test.Bad", IMPORTS + "class Bad { void bad() { System.exit(1); } }")
                        .build())
                .get("test/Bad.class");

        assertThatRulesOf(working(entries -> entries.put("META-INF/versions/21/test/Bad.class", bad)))
                .containsExactly(Rule.EXIT);
    }

    @Test
    void refusesClassFilesThatAreBrokenOrTooNew() {
        byte[] type = JarBytes.entries(WORKING).get("test/TestPlugin.class");
        byte[] newer = type.clone();
        newer[7]++;
        byte[] preview = type.clone();
        preview[4] = preview[5] = (byte) 0xFF;
        byte[] cut = Arrays.copyOf(type, type.length / 3);

        assertThatRulesOf(working(entries -> entries.put("test/New.class", newer))).containsExactly(Rule.CLASS_TOO_NEW);
        assertThatRulesOf(working(entries -> entries.put("test/New.class", preview)))
                .containsExactly(Rule.CLASS_TOO_NEW);
        assertThatRulesOf(working(entries -> entries.put("test/Cut.class", cut))).containsExactly(Rule.CLASS_BROKEN);
        assertThatRulesOf(working(entries -> entries.put("test/No.class", new byte[0])))
                .containsExactly(Rule.CLASS_BROKEN);
        assertThatRulesOf(working(entries -> entries.put("test/No.class", new byte[100])))
                .containsExactly(Rule.CLASS_BROKEN);
    }

    @Test
    void endsAtClassesThatExtendEachOther() {
        ClassDesc one = ClassDesc.of("test.One");
        ClassDesc two = ClassDesc.of("test.Two");
        byte[] jar = working(entries -> {
            entries.put("test/One.class", ClassFile.of().build(one, type -> type.withSuperclass(two)));
            entries.put("test/Two.class", ClassFile.of().build(two, type -> type.withSuperclass(one)));
        });

        assertThatCode(() -> CHECK.check(jar)).doesNotThrowAnyException();
    }

    private static Map<String, byte[]> compile(List<Breach> breaches) {
        PluginJarBuilder jar = aPlugin("breaches");
        for (int i = 0; i < breaches.size(); i++) {
            String header = IMPORTS.replace("package test;", "package bad" + i + ";");
            jar.source("bad" + i + ".Bad", header + breaches.get(i).source);
        }
        return JarBytes.entries(jar.build());
    }

    private static Breach in(Rule rule, String expression) {
        return breach(rule, "class Bad { Object bad() { return " + expression + "; } }", "test.Bad.bad");
    }

    private static Breach breach(Rule rule, String source, String place) {
        return new Breach(rule, source, place.replace("test.", "bad%d."));
    }
}
