package dev.portico.host.integrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;

/** Clicks in the overflow menu of the only card. */
public final class IntegrationMenu {

    private IntegrationMenu() {}

    public static void remove() {
        choose("Remove Integration");
    }

    public static void choose(String text) {
        MenuItem more = _get(MenuBar.class, spec -> spec.withClasses("integration-menu"))
                .getItems()
                .getFirst();
        MenuItem item = more.getSubMenu().getItems().stream()
                .filter(it -> it.getText().equals(text))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }
}
