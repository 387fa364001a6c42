package dev.portico.host.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import dev.portico.host.texts.Texts;

/** Where a page below two levels stands. */
public class Trail extends Nav {

    /**
     * Makes it.
     *
     * @param here title of the page itself
     * @param above words for, or links to, what lies above, from the top
     */
    public Trail(String here, Component... above) {
        addClassName("trail");
        getElement().setAttribute("aria-label", Texts.of("shell").text("trail"));
        OrderedList list = new OrderedList();
        for (Component each : above) {
            list.add(new ListItem(each));
        }
        ListItem current = new ListItem(here);
        current.getElement().setAttribute("aria-current", "page");
        list.add(current);
        add(list);
    }
}
