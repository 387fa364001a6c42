package dev.portico.pax8.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Compositions of Vaadin's own components that several screens use. */
public final class Pieces {

    private Pieces() {}

    /** Secondary text. */
    public static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("portico-muted");
        return span;
    }

    /** Two lines, one above the other. */
    public static Div twoLines(Component first, Component second) {
        Div lines = new Div(first, second);
        lines.addClassName("portico-two-lines");
        return lines;
    }

    /** A badge in one of the four colours. */
    public static Badge badge(String text, BadgeVariant... variants) {
        Badge badge = new Badge(text);
        badge.addThemeVariants(variants);
        return badge;
    }

    /** Components in a row that wraps. */
    public static Div row(String className, Component... components) {
        Div row = new Div(components);
        row.addClassName(className);
        return row;
    }

    /** An error at its place, read out by screen readers. */
    public static Paragraph problem(String text) {
        Paragraph problem = new Paragraph(text);
        problem.addClassName("portico-problem");
        problem.getElement().setAttribute("role", "alert");
        return problem;
    }

    /** Stands where nothing is yet: says what would be here and offers the next step. */
    public static Div emptyState(VaadinIcon sign, String title, String text, Component... steps) {
        Icon icon = sign.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Paragraph words = new Paragraph(text);
        words.addClassName("portico-muted");
        Div state = new Div(icon, new H2(title), words);
        state.addClassName("portico-empty-state");
        state.add(steps);
        return state;
    }
}
