package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.RouterLink;
import dev.portico.host.texts.Texts;

/** Where a plugin's page stands. */
class Trail extends Nav {

    private static final Texts TEXTS = Texts.of("plugins");

    Trail(String here) {
        addClassName("trail");
        getElement().setAttribute("aria-label", TEXTS.text("trail"));
        ListItem current = new ListItem(here);
        current.getElement().setAttribute("aria-current", "page");
        add(new OrderedList(
                new ListItem(TEXTS.text("settings")),
                new ListItem(new RouterLink(TEXTS.text("title"), PluginsView.class)),
                current));
    }
}
