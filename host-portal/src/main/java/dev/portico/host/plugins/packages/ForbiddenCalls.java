package dev.portico.host.plugins.packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What code of a plugin must not call or extend, as tables. */
final class ForbiddenCalls {

    private static final String NEW = "<init>";

    /** A method of a class and its subclasses; the test is given name and descriptor. */
    private record Call(Rule rule, String owner, BiPredicate<String, String> method) {}

    private static final List<Call> CALLS = List.of(
            new Call(Rule.GRID, "com/vaadin/flow/component/grid/Grid", ForbiddenCalls::isMadeForAClass),
            new Call(Rule.BINDER, "com/vaadin/flow/data/binder/Binder", ForbiddenCalls::isMadeForAClass),
            new Call(
                    Rule.THREAD,
                    "java/lang/Thread",
                    named(NEW, "start", "ofVirtual", "ofPlatform", "startVirtualThread")),
            new Call(Rule.TIMER, "java/util/Timer", named(NEW)),
            new Call(Rule.POOL, "java/util/concurrent/Executors", ForbiddenCalls::makesThreads),
            new Call(Rule.POOL, "java/util/concurrent/ThreadPoolExecutor", named(NEW)),
            new Call(Rule.POOL, "java/util/concurrent/ForkJoinPool", named(NEW)),
            new Call(Rule.ASYNC, "java/util/concurrent/ForkJoinPool", named("commonPool")),
            new Call(Rule.ASYNC, "java/util/concurrent/CompletableFuture", ForbiddenCalls::runsInTheCommonPool),
            new Call(Rule.ASYNC, "java/util/concurrent/CompletionStage", ForbiddenCalls::runsInTheCommonPool),
            new Call(Rule.SHUTDOWN_HOOK, "java/lang/Runtime", named("addShutdownHook")),
            new Call(Rule.EXIT, "java/lang/Runtime", named("exit", "halt")),
            new Call(Rule.EXIT, "java/lang/System", named("exit")));

    private static final Map<String, Rule> PARENTS = Map.of(
            "com/vaadin/flow/component/Component", Rule.COMPONENT,
            "java/lang/Thread", Rule.THREAD,
            "java/util/Timer", Rule.TIMER,
            "java/util/TimerTask", Rule.TIMER,
            "java/util/concurrent/ThreadPoolExecutor", Rule.POOL,
            "java/util/concurrent/ForkJoinPool", Rule.POOL);

    private final ClassHierarchy hierarchy;

    ForbiddenCalls(ClassHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** The rule that a class of the package breaks by what it extends. */
    Optional<Rule> byExtending(String type) {
        return PARENTS.entrySet().stream()
                .filter(parent -> hierarchy.isA(type, parent.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The rule that a call or a reference to a method breaks. */
    Optional<Rule> byCalling(String owner, String name, String descriptor) {
        if (name.equals(NEW) && hierarchy.isPacked(owner)) {
            // why: the package's own constructors may take what they like, their call of super is looked at
            return Optional.empty();
        }
        return CALLS.stream()
                .filter(call -> call.method.test(name, descriptor) && hierarchy.isA(owner, call.owner))
                .map(Call::rule)
                .findFirst();
    }

    private static BiPredicate<String, String> named(String... names) {
        Set<String> all = Set.of(names);
        return (name, descriptor) -> all.contains(name);
    }

    private static boolean isMadeForAClass(String name, String descriptor) {
        return name.equals(NEW) && descriptor.startsWith("(Ljava/lang/Class;");
    }

    private static boolean makesThreads(String name, String descriptor) {
        return name.startsWith("new") || name.endsWith("ThreadFactory");
    }

    private static boolean runsInTheCommonPool(String name, String descriptor) {
        return name.endsWith("Async") && !descriptor.contains("Ljava/util/concurrent/Executor;");
    }
}
