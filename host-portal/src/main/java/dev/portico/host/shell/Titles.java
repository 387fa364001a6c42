package dev.portico.host.shell;

import dev.portico.host.texts.Texts;

/** Titles of the browser's window. */
public final class Titles {

    private Titles() {}

    /** The window's title for a page, such as "Companies · Portico". */
    public static String page(String title) {
        return Texts.of("shell").text("window-title", title);
    }
}
