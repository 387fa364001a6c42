package dev.portico.host.security.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.host.brand.Brand;

/** The frame of the pages that are shown before anybody has signed in: one card in the middle. */
class SignInPage extends Main {

    private final Div card = new Div();

    SignInPage(String title, String subtitle) {
        addClassName("sign-in");
        card.addClassName("sign-in-card");
        H1 heading = new H1(title);
        Paragraph line = new Paragraph(subtitle);
        line.addClassName("muted");
        card.add(new Brand(), heading, line);
        add(card);
    }

    void addContent(Component... components) {
        card.add(components);
    }
}
