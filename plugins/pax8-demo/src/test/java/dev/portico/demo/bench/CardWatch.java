package dev.portico.demo.bench;

import dev.portico.demo.fixtures.Visitor;

/** Sees in a browser's window when the card of an integration is drawn, by that window's own clock. */
final class CardWatch {

    /** Looks before every frame; the time is that of the first frame that has the card. */
    private static final String LOOK =
            """
            window.cardSeen = new Promise(resolve => {
                const look = () => [...document.querySelectorAll('vaadin-card')].some(card =>
                        card.textContent.includes('%s') && card.getBoundingClientRect().height > 0)
                    ? resolve(performance.timeOrigin + performance.now())
                    : requestAnimationFrame(look);
                look();
            });
            """;

    private static final String NOTE_CLICKS =
            """
            () => document.addEventListener('click',
                () => window.clickedAt = performance.timeOrigin + performance.now(), true)""";

    private final Visitor viewer;
    private final String name;

    CardWatch(Visitor viewer, String name) {
        this.viewer = viewer;
        this.name = name;
        viewer.page().addInitScript("addEventListener('DOMContentLoaded', () => { " + LOOK.formatted(name) + " });");
    }

    /** Lets a window note when somebody clicks in it. */
    static void noteClicks(Visitor visitor) {
        visitor.page().evaluate(NOTE_CLICKS);
    }

    /** Begins to look, in a window that does not show the card. */
    void begin() {
        viewer.page().evaluate("() => { " + LOOK.formatted(name) + " }");
    }

    /** Seconds from the newest click in the other window until the card was there. */
    double secondsSinceTheClick(Visitor other) {
        double seen = number(viewer, "window.cardSeen");
        return (seen - number(other, "window.clickedAt")) / 1000;
    }

    /** Seconds from a reload of the window until the card was there. */
    double secondsOfAReload() {
        viewer.page().reload();
        return (number(viewer, "window.cardSeen") - number(viewer, "performance.timeOrigin")) / 1000;
    }

    private static double number(Visitor visitor, String script) {
        return ((Number) visitor.page().evaluate(script)).doubleValue();
    }
}
