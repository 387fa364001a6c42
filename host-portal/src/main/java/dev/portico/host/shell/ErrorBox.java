package dev.portico.host.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.texts.Texts;

/** Says at its place what went wrong there, and what to do. */
public class ErrorBox extends Div {

    private static final Texts TEXTS = Texts.of("screens");

    /** Shows a problem in words. */
    public ErrorBox(String problem) {
        addClassName("problem");
        getElement().setAttribute("role", "alert");
        Span title = new Span(TEXTS.text("error.title"));
        title.addClassName("problem-title");
        add(title, new Paragraph(problem), new Paragraph(TEXTS.text("error.remedy")));
    }
}
