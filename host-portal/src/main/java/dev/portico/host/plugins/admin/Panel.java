package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A part of a page with a heading of its own. */
abstract class Panel extends Section {

    Panel(String heading) {
        addClassName("panel");
        H2 title = new H2(heading);
        title.addClassName("section-title");
        add(title);
    }
}
