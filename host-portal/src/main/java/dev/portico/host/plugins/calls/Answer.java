package dev.portico.host.plugins.calls;

import dev.portico.api.host.PermissionDenied;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/**
 * What came of a call into a plugin. Besides the value it holds nothing of the plugin's: an exception would keep the
 * plugin's class loader.
 *
 * @param <T> type of the value
 */
public sealed interface Answer<T> {

    /** The plugin returned something. */
    record Returned<T>(T value) implements Answer<T> {}

    /** The plugin returned null. */
    record Nothing<T>() implements Answer<T> {}

    /** The user lacks a permission. */
    record Denied<T>(String permission) implements Answer<T> {}

    /** The plugin threw; the problem is what people read of it. */
    record Threw<T>(String problem) implements Answer<T> {}

    /** The plugin was interrupted at the limit; it did not obey if it was abandoned. */
    record TooLate<T>(boolean abandoned) implements Answer<T> {}

    /** The plugin was interrupted because its answer was not wanted any more. */
    record Cancelled<T>() implements Answer<T> {}

    /** Does the work on this thread and logs what it throws. */
    static <T> Answer<T> of(String call, Callable<? extends T> work) {
        try {
            T value = work.call();
            return value == null ? new Nothing<>() : new Returned<>(value);
        } catch (PermissionDenied e) {
            return new Denied<>(e.permission());
        } catch (InterruptedException e) {
            return new Cancelled<>();
        } catch (Throwable e) { // why: an Error of a plugin must not end the portal's thread either
            return new Threw<>(Trouble.logged(LoggerFactory.getLogger(Answer.class), call, e));
        }
    }
}
