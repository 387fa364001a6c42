package dev.portico.pax8.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.value.ValueChangeMode;

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

    /** A warning at its place, read out by screen readers when it appears. */
    public static Paragraph warning(String text) {
        Paragraph warning = new Paragraph(text);
        warning.addClassName("portico-warning");
        warning.getElement().setAttribute("role", "status");
        return warning;
    }

    /** A field to search a list with; it tells of changes as they are typed. */
    public static TextField search(String label) {
        TextField search = new TextField();
        search.setPlaceholder(label);
        search.setAriaLabel(label);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("portico-search");
        return search;
    }

    /** Secondary text that is read out when it changes. */
    public static Span status() {
        Span status = muted("");
        status.getElement().setAttribute("role", "status");
        return status;
    }

    /** A button that is only a sign, with a label for those who do not see it. */
    public static Button iconButton(VaadinIcon sign, String label, Runnable act) {
        Button button = new Button(sign.create(), click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    /** Whether something stands in the field that is no whole number, or too large for one; its value is null then. */
    public static boolean isUnreadable(IntegerField field) {
        return field.isEmpty()
                && field.getDefaultValidator()
                        .apply(null, new ValueContext(new Binder<>(), field))
                        .isError();
    }

    /** Calls back whenever the field's text changes to another number, to none, or to what is none. */
    public static void onEveryChange(IntegerField field, Runnable changed) {
        field.addValueChangeListener(change -> changed.run());
        // why also this: from nothing to what is no number the value stays null
        field.getElement().addEventListener("unparsable-change", event -> changed.run());
    }
}
