package dev.portico.host.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a page: title, one muted line below it, actions to the right. */
public class PageHead extends Composite<Div> {

    private final H1 title = new H1();
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    /**
     * Makes a head without a second line and without actions.
     *
     * @param title one to three words
     */
    public PageHead(String title) {
        this.title.setText(title);
        subtitle.addClassName("muted");
        subtitle.setVisible(false);
        actions.addClassName("page-head-actions");
        Div words = new Div(this.title, subtitle);
        words.addClassName("page-head-words");
        getContent().addClassName("page-head");
        getContent().add(words, actions);
    }

    /** Replaces the title. */
    public void setTitle(String text) {
        title.setText(text);
    }

    /** Says what this is and how fresh its data is; hidden if empty. */
    public void setSubtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
    }

    /** Puts components to the right, in the given order. */
    public void addAction(Component... components) {
        actions.add(components);
    }
}
