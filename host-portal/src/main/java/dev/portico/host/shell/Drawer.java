package dev.portico.host.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.portico.host.texts.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The navigation, grouped by task. */
class Drawer extends Composite<SideNav> {

    private static final Texts TEXTS = Texts.of("shell");

    private final Map<String, SideNavItem> links = new HashMap<>();
    private final LiveRegion live;
    private List<Shown> shown = List.of();
    private Map<String, Long> counts = Map.of();

    /**
     * Makes an empty one.
     *
     * @param live where it tells screen readers of counts that rise
     */
    Drawer(LiveRegion live) {
        this.live = live;
        getContent().addClassName("drawer-nav");
        getContent().getElement().setAttribute("aria-label", TEXTS.text("navigation"));
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
        links.clear();
        Map<String, SideNavItem> groups = new LinkedHashMap<>();
        for (Shown item : shown) {
            if (item.group().isEmpty()) {
                SideNavItem alone = link(item);
                alone.setPrefixComponent(new Icon(item.icon()));
                nav.addItem(alone);
            } else {
                groups.computeIfAbsent(item.group(), label -> group(nav, label, item.icon()))
                        .addItem(link(item));
            }
        }
    }

    /** Shows at the items how much waits there; tells it where it has risen since the last time. */
    void count(Map<String, Long> waiting) {
        if (waiting.equals(counts)) {
            return;
        }
        Map<String, Long> before = counts;
        counts = Map.copyOf(waiting);
        shown.forEach(item -> links.get(item.path()).setSuffixComponent(badge(item.path())));
        shown.stream()
                .filter(item -> counts.getOrDefault(item.path(), 0L) > before.getOrDefault(item.path(), 0L))
                .forEach(item -> live.say(TEXTS.text("badge.risen", item.label(), counts.get(item.path()))));
    }

    private @Nullable Badge badge(String path) {
        Long count = counts.get(path);
        return count == null ? null : new Badge(String.valueOf(count));
    }

    private SideNavItem link(Shown item) {
        SideNavItem link = item.link();
        link.setSuffixComponent(badge(item.path()));
        links.put(item.path(), link);
        return link;
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
