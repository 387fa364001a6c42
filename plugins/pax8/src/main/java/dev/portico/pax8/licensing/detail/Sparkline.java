package dev.portico.pax8.licensing.detail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import dev.portico.api.host.Messages;
import dev.portico.pax8.texts.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Seats over time as a small line of steps, with the same in words for those who do not see it. */
final class Sparkline {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 48;
    private static final int EDGE = 3;

    private final Messages messages;

    Sparkline(Messages messages) {
        this.messages = messages;
    }

    /**
     * The line.
     *
     * @param since from when it is known
     * @param moves at least one, newest first
     * @param now where the line ends
     */
    Component of(Instant since, List<SeatMove> moves, Instant now) {
        List<SeatMove> ordered = moves.reversed();
        List<Point> points = new ArrayList<>();
        Instant first = ordered.getFirst().at();
        points.add(new Point(since.isBefore(first) ? since : first, ordered.getFirst().from()));
        ordered.forEach(move -> points.add(new Point(move.at(), move.to())));
        long least = points.stream().mapToLong(Point::seats).min().orElseThrow();
        long most = points.stream().mapToLong(Point::seats).max().orElseThrow();
        String words = messages.text("subscription.sparkline", Figures.count(least), Figures.count(most));
        Svg svg = new Svg(
                """
                <svg viewBox="0 0 %d %d" preserveAspectRatio="none" role="img" aria-label="%s" width="100%%" height="%d">\
                <path d="%s" fill="none" stroke="var(--aura-accent-color)" stroke-width="2" \
                vector-effect="non-scaling-stroke"/></svg>
                """
                        .formatted(WIDTH, HEIGHT, escape(words), HEIGHT, path(points, least, most, now)));
        svg.getElement().getClassList().add("portico-sparkline");
        return svg;
    }

    private static String path(List<Point> points, long least, long most, Instant now) {
        Instant start = points.getFirst().at();
        double length = Math.max(1, Duration.between(start, now).toSeconds());
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            double x = Math.clamp(Duration.between(start, point.at()).toSeconds() / length, 0, 1) * WIDTH;
            double share = most == least ? 0.5 : (point.seats() - least) / (double) (most - least);
            double y = HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
            path.append(String.format(Locale.ROOT, path.isEmpty() ? "M%.1f %.1f" : "H%.1fV%.1f", x, y));
        }
        return path.append("H").append(WIDTH).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private record Point(Instant at, long seats) {}
}
