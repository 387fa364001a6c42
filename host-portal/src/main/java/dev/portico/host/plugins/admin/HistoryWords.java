package dev.portico.host.plugins.admin;

import dev.portico.host.plugins.PluginEvent;
import dev.portico.host.plugins.Wanted;
import dev.portico.host.texts.Texts;

/** What happened to a plugin, as people say it. */
final class HistoryWords {

    private static final Texts TEXTS = Texts.of("plugins");

    private HistoryWords() {}

    /** One sentence without a full stop. */
    static String of(PluginEvent event) {
        return switch (event.kind()) {
            case "installed", "enabled", "disabled", "started", "stopped", "start-failed", "try-again",
                    "upgrade-failed", "upgrade-withdrawn", "data-deleted", "run-left-behind" ->
                TEXTS.text("event." + event.kind(), event.version());
            case "upgrade-asked", "upgraded" ->
                TEXTS.text("event." + event.kind(), event.version(), event.detail());
            case "removal-asked" ->
                TEXTS.text(event.detail().isBlank() ? "event.removal-asked" : "event.removal-asked.data", event.version());
            case "removed" ->
                TEXTS.text(
                        event.detail().equals(Wanted.REMOVE_WITH_DATA.name())
                                ? "event.removed.data"
                                : "event.removed.keeping",
                        event.version());
            default -> event.kind();
        };
    }

    /** What more there is to say; may be empty. */
    static String detail(PluginEvent event) {
        return switch (event.kind()) {
            case "upgrade-asked", "upgraded", "removed" -> "";
            case "removal-asked", "data-deleted" -> DataWords.ofHistory(event.detail());
            default -> event.detail();
        };
    }

    /** Whether something went wrong. */
    static boolean isTrouble(PluginEvent event) {
        return switch (event.kind()) {
            case "start-failed", "upgrade-failed", "run-left-behind" -> true;
            default -> false;
        };
    }

    /** Who did it and where; may be empty. */
    static String source(PluginEvent event) {
        if (!event.by().isEmpty()) {
            return TEXTS.text("event.by", event.by());
        }
        return event.node().isEmpty() ? TEXTS.text("event.portal") : TEXTS.text("event.on", event.node());
    }
}
