package dev.portico.host.plugins.calls;

import dev.portico.host.security.Acting;
import dev.portico.host.texts.Texts;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What a call takes along to another thread: who is signed in, whether the portal itself acts, and the language. The
 * browser window is not taken along; a call that needs it stays on its thread.
 */
final class Surroundings {

    private final @Nullable Authentication user;
    private final boolean system;
    private final Locale locale;

    private Surroundings(@Nullable Authentication user, boolean system, Locale locale) {
        this.user = user;
        this.system = system;
        this.locale = locale;
    }

    /** Those of this thread. */
    static Surroundings here() {
        return new Surroundings(
                SecurityContextHolder.getContext().getAuthentication(), Acting.isSystem(), Texts.locale());
    }

    /** Does work in them on this thread, which is of no other use and so is not tidied up. */
    <T> T apply(Callable<T> work) throws Exception {
        // why: a context of its own, so that nothing done to it reaches the session's
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(user);
        SecurityContextHolder.setContext(context);
        Callable<T> inLocale = () -> Texts.inLocale(locale, work);
        return system ? Acting.asSystem(inLocale) : inLocale.call();
    }

    /** Makes log lines of this thread name the plugin until the label is closed. */
    static Label label(Code code) {
        Label before = new Label(MDC.get(Label.ID), MDC.get(Label.VERSION));
        MDC.put(Label.ID, code.id());
        MDC.put(Label.VERSION, code.version());
        return before;
    }

    /** What log lines named before. */
    record Label(@Nullable String id, @Nullable String version) implements AutoCloseable {

        static final String ID = "plugin";
        static final String VERSION = "pluginVersion";

        @Override
        public void close() {
            set(ID, id);
            set(VERSION, version);
        }

        private static void set(String key, @Nullable String value) {
            if (value == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, value);
            }
        }
    }
}
