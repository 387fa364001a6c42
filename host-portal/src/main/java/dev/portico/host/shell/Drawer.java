package dev.portico.host.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.portico.host.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The navigation, grouped by task. */
class Drawer extends Composite<SideNav> {

    private List<Shown> shown = List.of();

    Drawer() {
        getContent().addClassName("drawer-nav");
        getContent().getElement().setAttribute("aria-label", Texts.of("shell").text("navigation"));
    }

    /** Draws the items if they differ from what is drawn, so that a redraw never closes what the user opened. */
    void show(List<NavigationItem> items) {
        List<Shown> wanted = items.stream().map(Shown::of).toList();
        if (!wanted.equals(shown)) {
            shown = wanted;
            draw();
        }
    }

    private void draw() {
        SideNav nav = getContent();
        nav.removeAll();
        Map<String, SideNavItem> groups = new LinkedHashMap<>();
        for (Shown item : shown) {
            if (item.group().isEmpty()) {
                SideNavItem alone = item.link();
                alone.setPrefixComponent(new Icon(item.icon()));
                nav.addItem(alone);
            } else {
                groups.computeIfAbsent(item.group(), label -> group(nav, label, item.icon()))
                        .addItem(item.link());
            }
        }
    }

    private static SideNavItem group(SideNav nav, String label, String icon) {
        SideNavItem group = new SideNavItem(label);
        group.setPrefixComponent(new Icon(icon));
        group.setExpanded(true);
        nav.addItem(group);
        return group;
    }

    /** An item with its texts resolved. */
    private record Shown(String group, String label, String path, String icon) {

        static Shown of(NavigationItem item) {
            return new Shown(item.group().get(), item.label().get(), item.path(), item.icon());
        }

        SideNavItem link() {
            boolean outside = path.startsWith("/");
            SideNavItem link = new SideNavItem(label, outside ? path.substring(1) : path);
            link.setRouterIgnore(outside);
            link.setMatchNested(!path.isEmpty());
            return link;
        }
    }
}
