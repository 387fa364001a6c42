package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.texts.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The overflow menu of a plugin. */
class PluginMenu extends MenuBar {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient PluginActions actions;
    private List<String> labels = List.of();
    private @Nullable PluginOverview plugin;

    PluginMenu(PluginActions actions) {
        this.actions = actions;
        addThemeVariants(MenuBarVariant.AURA_TERTIARY);
        addClassName("plugin-menu");
    }

    /** Builds the menu only when its entries differ, so that an open one stays open. */
    void show(PluginOverview shown) {
        plugin = shown;
        List<PluginAction> wanted = PluginAction.of(shown);
        List<String> wantedLabels = wanted.stream().map(it -> it.label(shown)).toList();
        if (!wantedLabels.equals(labels)) {
            labels = wantedLabels;
            removeAll();
            if (!wanted.isEmpty()) {
                build(shown, wanted);
            }
        }
        setVisible(!wanted.isEmpty());
    }

    private void build(PluginOverview shown, List<PluginAction> wanted) {
        MenuItem more = addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
        more.setAriaLabel(TEXTS.text("more", shown.brings().name()));
        SubMenu entries = more.getSubMenu();
        for (PluginAction action : wanted) {
            if (action.dangerous() && wanted.size() > 1) {
                entries.addSeparator();
            }
            MenuItem entry = entries.addItem(action.label(shown), click -> act(action));
            if (action.dangerous()) {
                entry.addClassName("danger");
            }
        }
    }

    private void act(PluginAction action) {
        if (plugin != null) {
            actions.act(action, plugin);
        }
    }
}
