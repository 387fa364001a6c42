package dev.portico.host.jobs;

import dev.portico.host.texts.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** What is said about a run. */
@Component
class RunTexts {

    private static final int LONGEST = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Texts texts = Texts.of("jobs");
    private final ZoneId zone;

    RunTexts(PortalZone zone) {
        this.zone = zone.zone();
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** The words of a plugin's exception, or its kind if it has none. */
    String fault(Throwable fault) {
        String message = fault.getMessage();
        if (message == null || message.isBlank()) {
            return text("run.fault", fault.getClass().getSimpleName());
        }
        return shorten(message.strip());
    }

    String retry(String fault, int number, Instant at) {
        return text("run.retry", fault, number, TIME.format(at.atZone(zone)));
    }

    static String shorten(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST - 1) + "…";
    }
}
