package dev.portico.host.texts;

import com.vaadin.flow.component.UI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;

/** The texts of one feature: {@code messages/<feature>.properties}, one file more for each language. */
public final class Texts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    // why: work on a thread of its own has no browser window that tells the language
    private static final ScopedValue<Locale> LOCALE = ScopedValue.newInstance();

    private final String bundle;
    private final ClassLoader loader;

    private Texts(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    /** The texts of a feature of the portal. */
    public static Texts of(String feature) {
        return new Texts("messages." + feature, Texts.class.getClassLoader());
    }

    /** The texts that a plugin brings; the bundle cache goes with the loader. */
    public static Texts ofPlugin(ClassLoader loader) {
        return new Texts("META-INF.portico.messages", loader);
    }

    /**
     * A text in the current user's language, English outside of a request.
     *
     * @param key of the text
     * @param arguments put into it as by {@link MessageFormat}
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String text(String key, Object... arguments) {
        Locale locale = locale();
        String pattern =
                ResourceBundle.getBundle(bundle, locale, loader, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }

    /** The current user's language, English outside of a request. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return LOCALE.isBound() ? LOCALE.get() : ui == null ? Locale.ENGLISH : ui.getLocale();
    }

    /** Does work for a user of that language on a thread without a browser window. */
    public static <T> T inLocale(Locale locale, Callable<T> work) throws Exception {
        return ScopedValue.where(LOCALE, locale).call(work::call);
    }
}
