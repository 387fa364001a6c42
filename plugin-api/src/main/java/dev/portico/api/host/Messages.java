package dev.portico.api.host;

/** The plugin's texts in the current user's language. */
public interface Messages {

    /**
     * A text of {@code META-INF/portico/messages.properties}.
     *
     * @param key of the text
     * @param arguments put into it as by {@link java.text.MessageFormat}
     */
    String text(String key, Object... arguments);
}
