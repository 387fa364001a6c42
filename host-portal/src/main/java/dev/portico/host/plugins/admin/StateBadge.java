package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.texts.Texts;
import java.util.Locale;

/** The state of a plugin in a word; changes are read aloud when there is a pause. */
class StateBadge extends Badge {

    private static final Texts TEXTS = Texts.of("plugins");

    StateBadge() {
        getElement().setAttribute("aria-live", "polite");
    }

    /** Shows the state of the plugin on all nodes together. */
    void show(PluginOverview plugin) {
        if (plugin.wanted().removal()) {
            setText(TEXTS.text("state.removing"));
            removeThemeVariants(BadgeVariant.values());
            addThemeVariants(BadgeVariant.WARNING);
        } else {
            show(plugin.state());
        }
    }

    /** Shows the state on one node. */
    void show(State state) {
        setText(TEXTS.text("state." + state.name().toLowerCase(Locale.ROOT)));
        removeThemeVariants(BadgeVariant.values());
        switch (state) {
            case STARTED -> addThemeVariants(BadgeVariant.SUCCESS);
            case FAILED -> addThemeVariants(BadgeVariant.ERROR);
            case DISABLED, STARTING, STOPPING, UPGRADING -> {}
        }
    }
}
