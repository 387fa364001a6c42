package dev.portico.host.security;

import java.util.concurrent.Callable;

/** Marks work that the portal does on its own behalf, such as a background job. */
public final class Acting {

    // why: a scoped value ends with the call and cannot be left behind on a pooled thread
    private static final ScopedValue<Boolean> SYSTEM = ScopedValue.newInstance();

    private Acting() {}

    /** Does the work as the portal itself, which may do everything. */
    public static <T> T asSystem(Callable<T> work) throws Exception {
        return ScopedValue.where(SYSTEM, true).call(work::call);
    }

    /** Does the work as the portal itself, which may do everything. */
    public static void asSystem(Runnable work) {
        ScopedValue.where(SYSTEM, true).run(work);
    }

    /** Whether this work is the portal's own. */
    public static boolean isSystem() {
        return SYSTEM.isBound();
    }
}
