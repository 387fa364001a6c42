package dev.portico.pax8.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;

/** A list of facts: what, and how it is. Facts that are not known are left out. */
public final class Facts {

    private final DescriptionList list = new DescriptionList();

    public Facts() {
        list.addClassName("portico-terms");
    }

    /** Adds a fact, unless it is empty. */
    public Facts add(String term, String fact) {
        if (!fact.isBlank()) {
            list.add(new Term(term), new Description(fact));
        }
        return this;
    }

    /** The list. */
    public Component content() {
        return list;
    }
}
