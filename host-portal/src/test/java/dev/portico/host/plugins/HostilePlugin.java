package dev.portico.host.plugins;

/** A working plugin that turns hostile while it runs, where and how the test says by properties of the JVM. */
final class HostilePlugin {

    static final String ID = "hostile";

    private static final String TROUBLE = "hostile.trouble";
    private static final String PLACE = "hostile.place";
    private static final String INSIDE = "hostile.inside";
    private static final String END = "hostile.end";

    private static final String SOURCE = """
            package test;

            import java.lang.reflect.*;
            import java.net.*;
            import java.sql.*;
            import java.util.concurrent.*;
            import javax.sql.DataSource;

            final class Trouble {

                static DataSource data;
                private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
                private static final InheritableThreadLocal<Object> INHERITED = new InheritableThreadLocal<>();

                static <T> T none(String place, T otherwise) { return at(place) ? null : otherwise; }

                static boolean at(String place) {
                    if (!place.equals(System.getProperty("hostile.place"))) { return false; }
                    System.setProperty("hostile.inside", place);
                    return Trouble.<RuntimeException>now(System.getProperty("hostile.trouble"));
                }

                @SuppressWarnings("unchecked")
                private static <T extends Throwable> boolean now(String trouble) throws T {
                    try {
                        return trouble(trouble);
                    } catch (Throwable e) {
                        throw (T) e;
                    }
                }

                private static boolean trouble(String trouble) throws Throwable {
                    switch (trouble) {
                        case "EXCEPTION" -> throw new Exception("an exception of the plugin");
                        case "RUNTIME_EXCEPTION" -> throw new IllegalStateException("a runtime exception");
                        case "ERROR" -> throw new AssertionError("an error of the plugin");
                        case "MISSING_CLASS" -> throw new NoClassDefFoundError("gone/Class");
                        case "STACK_OVERFLOW" -> deeper(0);
                        case "OUT_OF_MEMORY" -> throw new OutOfMemoryError("Java heap space");
                        case "NASTY" -> throw new Nasty();
                        case "NOTHING" -> { return true; }
                        case "SLEEP" -> Thread.sleep(60_000);
                        case "SPIN" -> {
                            long end = System.nanoTime() + 60_000_000_000L;
                            while (!Boolean.getBoolean("hostile.end") && System.nanoTime() < end) {
                                Thread.interrupted();
                                Thread.onSpinWait();
                            }
                        }
                        case "INTERRUPTION" -> Thread.currentThread().interrupt();
                        case "CLASS_LOADER" ->
                            Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0], null));
                        case "THREAD_LOCALS" -> { LOCAL.set(new Trouble()); INHERITED.set(new Trouble()); }
                        case "CLOSED_DATA" -> {
                            Field pool = data.getClass().getDeclaredField("pool");
                            pool.setAccessible(true);
                            ((AutoCloseable) pool.get(data)).close();
                            data.getConnection().close();
                        }
                        case "KILLED_POOL" -> {
                            ExecutorService own = (ExecutorService) Class.forName("java.util.concurrent.Executors")
                                .getMethod("newFixedThreadPool", int.class).invoke(null, 2);
                            Future<?> slow = own.submit(() -> { Thread.sleep(60_000); return 1; });
                            own.submit(own::shutdownNow);
                            slow.get();
                        }
                        case "LOCKED_TABLE" -> {
                            try (Connection connection = data.getConnection(); Statement sql = connection.createStatement()) {
                                connection.setAutoCommit(false);
                                sql.execute("lock table thing in access exclusive mode");
                                sql.execute("select pg_sleep(60)");
                            }
                        }
                        case "LIFE_CYCLE_INTERRUPTED" -> Thread.getAllStackTraces().keySet().stream()
                            .filter(it -> it.getName().equals("plugin-life-cycle")).forEach(Thread::interrupt);
                        default -> throw new IllegalArgumentException(trouble);
                    }
                    return false;
                }

                private static void deeper(int depth) { deeper(depth + 1); }

                static final class Nasty extends Error {
                    public String getMessage() { throw this; }
                    public Throwable getCause() { throw this; }
                    public String toString() { throw this; }
                }
            }
            """;

    private static byte[] jar;

    private HostilePlugin() {}

    /** What it does, and what people read of it. */
    enum Trouble {
        EXCEPTION("an exception of the plugin"),
        RUNTIME_EXCEPTION("a runtime exception"),
        ERROR("an error of the plugin"),
        MISSING_CLASS("gone/Class"),
        STACK_OVERFLOW("StackOverflowError"),
        OUT_OF_MEMORY("Java heap space"),
        NASTY("Nasty"),
        NOTHING("nothing"),
        SLEEP("took too long"),
        SPIN("took too long"),
        INTERRUPTION(""),
        CLASS_LOADER(""),
        THREAD_LOCALS(""),
        CLOSED_DATA("has been closed"),
        KILLED_POOL("nterrupted"),
        LOCKED_TABLE(""),
        LIFE_CYCLE_INTERRUPTED("");

        final String told;

        Trouble(String told) {
            this.told = told;
        }
    }

    /** The plugin, signed. */
    static synchronized byte[] jar() {
        if (jar == null) {
            jar = builder().build();
        }
        return jar;
    }

    static PluginJarBuilder builder() {
        return PluginJarBuilder.aWorkingPlugin(ID)
                .signed()
                .replacing("/*constructor*/", "Trouble.at(\"constructor\");")
                .replacing("/*bean*/", "Trouble.data = data; if (Trouble.at(\"bean\")) return null;")
                .replacing("/*members*/", "public void close() { Trouble.at(\"stop\"); }")
                .replacing("/*card*/", "if (Trouble.at(\"card\")) return null;")
                .replacing("/*actions*/", "new CardAction(\"act\", \"Act\", \"manage_hostile\","
                        + " () -> Trouble.at(\"action\") ? null : \"acted\")")
                .replacing("/*screen*/", "if (Trouble.at(\"screen\")) return null;"
                        + " context.every(java.time.Duration.ofMillis(500), () -> { Trouble.at(\"refresh\"); });")
                .replacing("/*step*/", "if (Trouble.at(\"wizard\")) return null;")
                .replacing("/*job*/", """
                        if (Trouble.at("job")) return null;
                        if (Trouble.at("succeeded")) return new JobOutcome.Succeeded(null);
                        if (Trouble.at("incomplete")) return new JobOutcome.Incomplete(null, null);
                        if (Trouble.at("failed")) return new JobOutcome.Failed(null);
                        if (Trouble.at("cancelled")) return new JobOutcome.Cancelled(null);
                        """)
                .replacing("Optional.of(\"0 3 * * *\"), Count.class)", """
                        Trouble.none("schedule of a job", Optional.of("0 3 * * *")), Count.class),
                        new JobDeclaration("other", "job", Optional.empty(), Count.class),
                        new JobDeclaration("third", "job", Optional.empty(), Count.class)""")
                .replacing("return new PluginProfile(\"hostile\", \"T\",", """
                        return Trouble.at("profile") ? null : new PluginProfile(
                            Trouble.none("name", "hostile"), Trouble.none("initials", "T"),""")
                .replacing("return Beans.class;", "return Trouble.none(\"configuration\", Beans.class);")
                .replacing("return Card.class;", "return Trouble.none(\"card\", Card.class);")
                .replacing("return List.of(new PermissionDeclaration(\"manage_hostile\",", """
                        if (Trouble.at("list of permissions")) return null;
                        if (Trouble.at("permission in its list")) return Arrays.asList((PermissionDeclaration) null);
                        return List.of(new PermissionDeclaration(Trouble.none("key of a permission", "manage_hostile"),""")
                .replacing("return List.of(new ScreenDeclaration(\"hostile/things\", \"screen\", \"manage_hostile\",", """
                        if (Trouble.at("list of screens")) return null;
                        return List.of(new ScreenDeclaration(Trouble.none("path of a screen", "hostile/things"), "screen",
                            Trouble.none("permission of a screen", "manage_hostile"),""")
                .replacing("new ScreenDeclaration.Navigation(\"group\",",
                        "new ScreenDeclaration.Navigation(Trouble.none(\"group of a screen\", \"group\"),")
                .replacing("return List.of(new JobDeclaration(\"count\",",
                        "if (Trouble.at(\"list of jobs\")) return null; return List.of(new JobDeclaration(\"count\",")
                .replacing("return List.of(new WizardStepDeclaration(",
                        "if (Trouble.at(\"list of wizard steps\")) return null; return List.of(new WizardStepDeclaration(")
                .source("test.Trouble", SOURCE);
    }

    /** From now on the plugin does that there. */
    static void turnHostile(Trouble trouble, String place) {
        System.clearProperty(INSIDE);
        System.setProperty(TROUBLE, trouble.name());
        System.setProperty(PLACE, place);
    }

    static boolean isInside(String place) {
        return place.equals(System.getProperty(INSIDE));
    }

    /** It is peaceful again, and what hangs ends. */
    static void end() {
        System.clearProperty(PLACE);
        System.setProperty(END, "true");
    }

    /** Nothing hangs any more; the next one may. */
    static void reset() {
        System.clearProperty(PLACE);
        System.clearProperty(INSIDE);
        System.clearProperty(END);
    }
}
