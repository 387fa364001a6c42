package dev.portico.host.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.texts.Texts;

/** The portal's sign and name, which lead to the start page. */
public class Brand extends Composite<Anchor> {

    /** Makes it. */
    public Brand() {
        Image sign = new Image("icons/portico.svg", "");
        Anchor link = getContent();
        link.setHref(".");
        link.addClassName("brand");
        link.add(sign, new Span(Texts.of("shell").text("brand")));
    }
}
