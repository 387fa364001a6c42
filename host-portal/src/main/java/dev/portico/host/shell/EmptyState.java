package dev.portico.host.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Stands where nothing is yet: says what would be here and offers the next step. */
public class EmptyState extends Composite<Div> {

    /**
     * Makes it.
     *
     * @param steps buttons or links that lead on
     */
    public EmptyState(VaadinIcon icon, String title, String text, Component... steps) {
        Icon sign = new Icon(icon);
        sign.getElement().setAttribute("aria-hidden", "true");
        Paragraph words = new Paragraph(text);
        words.addClassName("muted");
        Div next = new Div(steps);
        next.addClassName("empty-state-steps");
        next.setVisible(steps.length > 0);
        getContent().addClassName("empty-state");
        getContent().add(sign, new H2(title), words, next);
    }
}
