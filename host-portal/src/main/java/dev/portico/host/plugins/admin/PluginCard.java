package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.PluginOverview.Phase;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.plugins.Wanted;
import dev.portico.host.shell.Moments;
import dev.portico.host.texts.Texts;

/** One plugin: what it is, how it is, what can be done. Updated in place, so that a menu or the focus is not lost. */
class PluginCard extends Card {

    private static final Texts TEXTS = Texts.of("plugins");

    private final StateBadge badge = new StateBadge();
    private final Paragraph summary = new Paragraph();
    private final PluginLine line;
    private final Paragraph nodes = new Paragraph();
    private final Paragraph upgrade = new Paragraph();
    private final PluginProblem problem = new PluginProblem();
    private final Button toggle = new Button();
    private final Button details = new Button();
    private final PluginMenu menu;
    private PluginOverview plugin;

    PluginCard(PluginOverview plugin, PluginActions actions, Moments moments) {
        this.plugin = plugin;
        this.line = new PluginLine(moments);
        this.menu = new PluginMenu(actions);
        addClassNames("integration-card", "plugin-card");
        nodes.addClassName("muted");
        upgrade.addClassName("muted");
        upgrade.getElement().setAttribute("aria-live", "polite");
        setTitleHeadingLevel(2);
        setHeaderPrefix(LogoTile.of(plugin.brings()));
        setHeaderSuffix(badge);
        add(summary, line, nodes, upgrade, problem);
        toggle.addClickListener(click -> actions.toggle(this.plugin));
        details.setText(TEXTS.text("details"));
        details.addThemeVariants(ButtonVariant.TERTIARY);
        details.addClickListener(click ->
                UI.getCurrent().navigate(PluginView.class, new RouteParameters("plugin", this.plugin.id())));
        addToFooter(toggle, details, menu);
    }

    void show(PluginOverview shown) {
        plugin = shown;
        String name = shown.brings().name();
        if (!name.equals(getTitleAsText())) {
            setTitle(name);
        }
        setSubtitle(new Span(shown.brings().category()));
        badge.show(shown);
        summary.setText(shown.brings().summary());
        line.show(shown);
        showNodes(shown);
        showUpgrade(shown);
        problem.show(shown);
        boolean enabled = shown.wanted() == Wanted.ENABLED;
        toggle.setText(TEXTS.text(enabled ? "disable" : "enable"));
        toggle.setAriaLabel(TEXTS.text(enabled ? "disable.plugin" : "enable.plugin", name));
        toggle.setVisible(!shown.wanted().removal());
        details.setAriaLabel(TEXTS.text("details.plugin", name));
        menu.show(shown);
    }

    private void showNodes(PluginOverview shown) {
        int all = shown.nodes().size();
        long started = shown.nodes().stream()
                .filter(it -> it.status().state() == State.STARTED)
                .count();
        nodes.setVisible(all > 1 && shown.wanted() == Wanted.ENABLED);
        nodes.setText(TEXTS.text("nodes.started", started, all));
    }

    private void showUpgrade(PluginOverview shown) {
        upgrade.setVisible(shown.upgrade().filter(it -> it.phase() != Phase.FAILED).isPresent());
        shown.upgrade().ifPresent(it -> upgrade.setText(
                TEXTS.text(it.phase() == Phase.WAITING ? "upgrade.waiting" : "upgrade.running", it.version())));
    }
}
