package dev.portico.host.plugins.calls;

import java.util.Locale;

/** What a plugin is called for: the few names that figures are kept by, never a path or an id. */
public enum CallKind {
    START(false),
    STOP(false),
    REGISTER(false),
    JOB(false),
    CARD(true),
    BADGE(true),
    ACTION(true),
    SCREEN(true),
    REFRESH(true),
    WIZARD(true),
    REMOVAL(true),
    OTHER(false);

    private final boolean repeated;

    CallKind(boolean repeated) {
        this.repeated = repeated;
    }

    /** The kind of a call, from the first word of what is wanted. */
    public static CallKind of(String what) {
        String word = what.split(" ", 2)[0];
        return switch (word) {
            case "start", "constructor", "migration", "migrations" -> START;
            case "stop", "undo" -> STOP;
            case "register", "permissions", "OAuth", "screens", "jobs" -> REGISTER;
            case "job" -> JOB;
            case "card" -> CARD;
            case "badge" -> BADGE;
            case "action" -> ACTION;
            case "screen", "unsaved" -> SCREEN;
            case "refresh" -> REFRESH;
            case "wizard", "profile", "connected" -> WIZARD;
            case "removal" -> REMOVAL;
            default -> OTHER;
        };
    }

    /** Whether people ask for it again and again, so that one that hangs is not asked at once another time. */
    public boolean repeated() {
        return repeated;
    }

    /** Name in metrics. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
